import { runOptionAfterImage } from '../../../server/src/rules/dockerfile/tools/run-option-after-image';
import { ruleTester } from '../../support/rule-tester';

const title = 'Move the options before the image';
const on = (command: string): string => `FROM debian:trixie-slim\nUSER 1000\nCMD ${command}\n`;

ruleTester(runOptionAfterImage, {
  valid: [
    on('docker run --rm -it -v "$PWD/out:/out" --entrypoint oscap dhi.io/openscap:1 xccdf eval'),
    { name: "the program's own flag", code: on('docker run --rm tool:1 -v --port 8080') },
    {
      name: 'behind a command of the program',
      code: on('docker run --rm tool:1 docker run -v /a:/b other:1'),
    },
    { name: 'an option that is not known', code: on('docker run --brand-new x tool:1 -v /a:/b') },
    { name: 'another program', code: on('dockerize run tool:1 -v /a:/b') },
    { name: 'an image that a variable names', code: on('docker run $OPTIONS tool:1 -x /a:/b') },
    {
      name: 'a heredoc that is a file',
      code: 'FROM debian:trixie-slim\nUSER 1000\nCOPY <<EOF /x\ndocker run tool:1 -v /a:/b\nEOF\n',
    },
    {
      name: 'a builder that runs nothing',
      code: 'FROM debian:trixie-slim AS build\nRUN docker run -v /a:/b tool:1\nFROM scratch\nUSER 1\n',
    },
  ],
  invalid: [
    {
      name: 'the example of the guide',
      code: on(
        'docker run --rm -it --entrypoint oscap dhi.io/openscap:1 \\\n  -v $(pwd)/out:/out \\\n  -v $(pwd)/stigs \\\n  xccdf eval --results /out/results.xml',
      ),
      findings: [
        {
          message:
            '-v stands behind the image, so the engine hands it to the program in the container: nothing is mounted. Put it before the image.',
          at: '-v',
          line: 3,
          offers: [
            {
              title,
              output: on(
                'docker run --rm -it --entrypoint oscap -v $(pwd)/out:/out -v $(pwd)/stigs dhi.io/openscap:1 \\\n  xccdf eval --results /out/results.xml',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in a RUN, of podman, a mount, with other options before it',
      code: 'FROM debian:trixie-slim\nRUN podman run -e A=b --name x tool:1 --rm --mount type=bind,source=/a,target=/b eval\nUSER 1000\n',
      findings: [
        {
          message: 'base',
          at: '--rm',
          offers: [
            {
              title,
              output:
                'FROM debian:trixie-slim\nRUN podman run -e A=b --name x --rm --mount type=bind,source=/a,target=/b tool:1 eval\nUSER 1000\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in JSON form',
      code: on('["docker", "run", "tool:1", "-v", "/a:/b", "eval"]'),
      findings: [{ message: 'base', at: '"-v"' }],
      output: null,
    },
    {
      name: 'in a heredoc; values behind an equals sign',
      code: 'FROM debian:trixie-slim\nRUN <<EOF\nset -e\ndocker container run --rm tool:1 --volume=/a:/b:ro -p 80:80 eval\nEOF\nUSER 1000\n',
      findings: [
        {
          message: 'base',
          at: '--volume=/a:/b:ro',
          offers: [
            {
              title,
              output:
                'FROM debian:trixie-slim\nRUN <<EOF\nset -e\ndocker container run --rm --volume=/a:/b:ro -p 80:80 tool:1 eval\nEOF\nUSER 1000\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
