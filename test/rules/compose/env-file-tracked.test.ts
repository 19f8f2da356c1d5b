import { envFileTracked } from '../../../server/src/rules/compose/secrets/env-file-tracked';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const around = { trackedSecrets: { '.env': 'DB_PASSWORD', 'config/b.env': 'API_KEY' } };

ruleTester(envFileTracked, {
  valid: [
    web('image: app:1', 'env_file: .env'),
    { name: 'another file', around, code: web('image: app:1', 'env_file: [other.env, ../.env]') },
    { name: 'not known which file', around, code: web('image: app:1', 'env_file: ${ENV_FILE}') },
    { name: 'reset', around, code: web('image: app:1', 'env_file: !reset .env') },
    {
      name: 'named elsewhere',
      around,
      code: web('image: app:1', 'command: .env', 'volumes: [./.env:/x:ro]'),
    },
  ],
  invalid: [
    {
      around,
      code: web('image: app:1', 'env_file: .env'),
      findings: [
        {
          message:
            'Git tracks this file, and DB_PASSWORD stands in it: whoever may read the repository has it. Take it out with git rm --cached, list it in .gitignore, and change what it held.',
          at: '.env',
          severity: 'warning',
          offers: [],
        },
      ],
      output: null,
    },
    {
      name: 'lists, the long form, other ways to write a path',
      around,
      code: web(
        'image: app:1',
        'env_file:',
        '  - ./.env',
        '  - other.env',
        '  - path: "config/../config/b.env"',
      ),
      findings: [
        { message: 'base', at: './.env' },
        { message: 'base', at: '"config/../config/b.env"' },
      ],
      output: null,
    },
    {
      name: 'once for an anchor',
      around,
      code: file(
        'x-e: &e {env_file: .env}',
        'services:',
        '  a: {<<: *e, image: a:1}',
        '  b: {<<: *e, image: b:1}',
      ),
      findings: [{ message: 'base', at: '.env' }],
      output: null,
    },
    {
      name: 'the default of a variable',
      around,
      code: web('image: app:1', 'env_file: ["${ENV_FILE:-.env}"]'),
      findings: [{ message: 'base', at: '"${ENV_FILE:-.env}"' }],
      output: null,
    },
  ],
});
