import { userConflictsImage } from '../../../server/src/rules/compose/built/user-conflicts-image';
import { web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const around = (text: string) => ({ dockerfiles: { Dockerfile: `FROM debian:13\n${text}` } });
const given = around('RUN useradd -u 1001 app\nCOPY --chown=app:app . /srv/app\nUSER app\n');

ruleTester(userConflictsImage, {
  valid: [
    { name: 'no user', code: web('build: .'), around: given },
    { name: 'the same by its number', code: web('build: .', 'user: "1001:1001"'), around: given },
    { name: 'the same by its name', code: web('build: .', 'user: app'), around: given },
    { name: 'root', code: web('build: .', 'user: root'), around: given },
    { name: 'not known', code: web('build: .', 'user: "${ME}"'), around: given },
    {
      name: 'nothing belongs to the user of the image',
      code: web('build: .', 'user: "1000"'),
      around: around('COPY . /srv\nUSER 1001\n'),
    },
    {
      name: 'a number that is not known',
      code: web('build: .', 'user: "1000"'),
      around: around('RUN useradd app\nCOPY --chown=app . /srv\nUSER app\n'),
    },
    {
      name: 'it is mounted over',
      code: web('build: .', 'user: "1000"', 'volumes: [".:/srv"]'),
      around: given,
    },
    { name: 'a group opens it', code: web('build: .', 'user: "1000"', 'group_add: [app]'), around: given },
    {
      name: 'of a build stage',
      code: web('build: .', 'user: "1000"'),
      around: around('COPY --chown=1001 . /srv\nFROM debian:13\nUSER 1001\n'),
    },
  ],
  invalid: [
    {
      code: web('build: .', 'user: "1000:1000"'),
      around: given,
      findings: [
        {
          message:
            'The Dockerfile gives /srv/app to "app", as whom the image runs. As "1000" the container cannot write it, and perhaps not read it.',
          at: '"1000:1000"',
          severity: 'info',
        },
      ],
      output: null,
    },
    {
      name: 'by chown, to a number',
      code: web('build: .', "user: '1000'"),
      around: around('RUN mkdir /data && chown -R 65532:65532 /data\nUSER 65532\n'),
      findings: [{ message: 'base', at: "'1000'" }],
      output: null,
    },
    {
      name: 'by the number that useradd gives, of a stage by its name',
      code: web('build: { context: ., target: run }', 'user: "2000"'),
      around: around(
        'FROM debian:13 AS run\nRUN useradd --uid 1001 app\nCOPY --chown=1001 . /srv\nUSER app\nFROM debian:13\n',
      ),
      findings: [{ message: 'base', at: '"2000"' }],
      output: null,
    },
    {
      name: 'what is mounted lies elsewhere',
      code: web('build: .', 'user: "1000"', 'volumes: ["data:/srv/application"]') + 'volumes: { data: {} }\n',
      around: given,
      findings: [{ message: 'base', at: '"1000"' }],
      output: null,
    },
  ],
});
