import { commandWithoutShell } from '../../../server/src/rules/compose/built/command-without-shell';
import { web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const scratch = (more = '') => ({
  dockerfiles: { Dockerfile: `FROM scratch\nCOPY app /app\nUSER 1\n${more}` },
});

ruleTester(commandWithoutShell, {
  valid: [
    { name: 'no shell is called', code: web('build: .', 'command: ["/app", "sh"]'), around: scratch() },
    { name: 'the image has a shell', code: web('image: python:3.14-slim', 'command: sh -c "exec app"') },
    { name: 'nothing is known of the image', code: web('image: app:1', 'command: sh -c app') },
    {
      name: 'an entry point gets the words',
      code: web('build: .', 'command: sh -c app'),
      around: scratch('ENTRYPOINT ["/app"]\n'),
    },
    {
      name: 'a mount brings one',
      code: web('build: .', 'volumes: ["tools:/bin"]', 'command: sh -c app'),
      around: scratch(),
    },
    {
      name: 'a variable without a value',
      code: web('build: .', 'command: [ "${SHELL}", "-c", "a" ]'),
      around: scratch(),
    },
    {
      name: 'a program of its own that is called so',
      code: web('build: .', 'command: ["/opt/sh"]'),
      around: scratch(),
    },
    {
      name: 'the target is not known',
      code: web('build: { context: ., target: "${T}" }', 'command: sh'),
      around: scratch(),
    },
  ],
  invalid: [
    {
      code: web('build: .', 'command: sh -c "exec /app"'),
      around: scratch(),
      findings: [
        {
          message:
            'scratch has no shell, and this command starts sh: the container cannot start. Name the program itself.',
          at: 'sh',
          severity: 'error',
        },
      ],
      output: null,
    },
    {
      name: 'an entry point takes the place of that of the image',
      code: web('image: dhi.io/nginx:1.29-debian13', 'entrypoint: ["/bin/bash", "-c"]', 'command: ["nginx"]'),
      findings: [{ message: 'base', at: '"/bin/bash"' }],
      output: null,
    },
    {
      name: 'through an init, which the entry point names',
      code: web('build: .', 'entrypoint: [tini, "--"]', 'command:', '  - sh', '  - run.sh'),
      around: scratch('ENTRYPOINT ["/app"]\n'),
      findings: [{ message: 'base', at: 'sh' }],
      output: null,
    },
    {
      name: 'an empty entry point takes away that of the Dockerfile',
      code: web('build: .', 'entrypoint: []', 'command: /bin/sh'),
      around: scratch('ENTRYPOINT ["/app"]\n'),
      findings: [{ message: 'base', at: '/bin/sh' }],
      output: null,
    },
  ],
});
