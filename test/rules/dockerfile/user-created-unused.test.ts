import { userCreatedUnused } from '../../../server/src/rules/dockerfile/user/user-created-unused';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';
const start = 'CMD ["app"]\n';

ruleTester(userCreatedUnused, {
  valid: [
    `${base}RUN useradd app\nUSER app\n${start}`,
    { name: 'switched to by number', code: `${base}RUN useradd -u 1000 app\nUSER 1000\n${start}` },
    { name: 'root again: user-root speaks', code: `${base}RUN useradd app\nUSER app\nUSER root\n${start}` },
    {
      name: 'a script that may switch',
      code: `${base}RUN useradd app\nENTRYPOINT ["/docker-entrypoint.sh"]\n${start}`,
    },
    {
      name: 'a tool to switch by',
      code: `${base}RUN useradd app && apt-get install -y --no-install-recommends gosu\n${start}`,
    },
    { name: 'switched when it starts', code: `${base}RUN useradd app\nCMD ["su-exec", "app", "server"]\n` },
    {
      name: 'a server that starts others as their accounts',
      code: `${base}RUN useradd app\nCMD /usr/sbin/xinetd -dontfork\n`,
    },
    {
      name: 'a server that switches itself',
      code: `${base}RUN useradd nginx\nCMD ["nginx", "-g", "daemon off;"]\n`,
    },
    {
      name: 'an account that is edited in a way not followed',
      code: `${base}RUN useradd app\nCOPY passwd /etc/passwd\n${start}`,
    },
    {
      name: 'given to the program, which may switch',
      code: `${base}RUN useradd app\nCMD ["server", "-u", "app"]\n`,
    },
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nRUN useradd app\nFROM debian:trixie-slim\nUSER 1000\n${start}`,
    },
  ],
  invalid: [
    {
      code: `${base}RUN useradd --create-home app\n${start}`,
      findings: [
        {
          message: 'base',
          at: 'app',
          severity: 'warning',
          offers: [
            { title: 'Add USER app', output: `${base}RUN useradd --create-home app\nUSER app\n${start}` },
            {
              title: 'Add USER 65532:65532',
              output: `${base}RUN useradd --create-home app\nUSER 65532:65532\n${start}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'on an image of which nothing is known, in a shell form',
      code: 'FROM example.com/a:1\nRUN addgroup -S app && adduser -S -G app app\nCOPY a /app/\nCMD exec java -jar a.jar\n',
      findings: [
        {
          message: 'base',
          at: 'app',
          offers: [
            {
              title: 'Add USER app',
              output:
                'FROM example.com/a:1\nRUN addgroup -S app && adduser -S -G app app\nCOPY a /app/\nUSER app\nCMD exec java -jar a.jar\n',
            },
            {
              title: 'Add USER 65532:65532',
              output:
                'FROM example.com/a:1\nRUN addgroup -S app && adduser -S -G app app\nCOPY a /app/\nUSER 65532:65532\nCMD exec java -jar a.jar\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'made in a stage that the last one stands on',
      code: `${base.trimEnd()} AS base\nRUN useradd app\nFROM base\nCOPY a /app/\n`,
      findings: [
        {
          message: 'base',
          at: 'app',
          offers: [
            {
              title: 'Add USER app',
              output: `${base.trimEnd()} AS base\nRUN useradd app\nFROM base\nCOPY a /app/\nUSER app\n`,
            },
            {
              title: 'Add USER 65532:65532',
              output: `${base.trimEnd()} AS base\nRUN useradd app\nFROM base\nCOPY a /app/\nUSER 65532:65532\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in a heredoc',
      code: `${base}RUN <<EOF\nuseradd -r app\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: 'app',
          offers: [
            { title: 'Add USER app', output: `${base}RUN <<EOF\nuseradd -r app\nEOF\nUSER app\n` },
            {
              title: 'Add USER 65532:65532',
              output: `${base}RUN <<EOF\nuseradd -r app\nEOF\nUSER 65532:65532\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'where a name would be a fault, an account with a number',
      code: `${base}RUN useradd -u 4242 app\n${start}`,
      settings: { profile: 'strict' },
      findings: [
        {
          message: 'base',
          at: 'app',
          offers: [
            {
              title: 'Add USER 4242 (app)',
              output: `${base}RUN useradd -u 4242 app\nUSER 4242\n${start}`,
            },
            {
              title: 'Add USER 65532:65532',
              output: `${base}RUN useradd -u 4242 app\nUSER 65532:65532\n${start}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'where a name would be a fault, an account whose number is not known',
      code: `${base}RUN useradd app\n${start}`,
      settings: { profile: 'strict' },
      findings: [
        {
          message: 'base',
          at: 'app',
          offers: [
            {
              title: 'Add USER 65532:65532',
              output: `${base}RUN useradd app\nUSER 65532:65532\n${start}`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
