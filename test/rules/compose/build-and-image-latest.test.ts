import { buildAndImageLatest } from '../../../server/src/rules/compose/images/build-and-image-latest';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(buildAndImageLatest, {
  valid: [
    web('build: .'),
    web('image: example/web'),
    web('build: .', 'image: example/web:dev'),
    web('build: .', 'image: example/web:${TAG:-dev}'),
    web('build: .', 'image: ${IMAGE}'),
    web('build: {context: ., tags: ["example/web:1"]}', 'image: example/web'),
    web('build: !reset .', 'image: example/web:1'),
  ],
  invalid: [
    {
      code: web('build: .', 'image: "example/web"'),
      findings: [
        {
          message:
            'What is built here gets the name example/web:latest and takes it from the build before; a tag, such as ${TAG:-dev}, tells builds apart.',
          at: '"example/web"',
          severity: 'hint',
        },
      ],
      output: null,
    },
    {
      name: 'by a merge, for two services',
      code: file(
        'x-base: &base {build: ., image: "localhost:5000/web"}',
        'services:',
        '  web: *base',
        '  job: {<<: *base, command: job}',
      ),
      findings: [{ message: 'base', at: '"localhost:5000/web"' }],
      output: null,
    },
    {
      name: 'the long form',
      code: web('build:', '  context: .', '  target: run', 'image: web # local'),
      findings: [{ message: 'base', at: 'web', line: 5 }],
      output: null,
    },
    {
      name: 'a default of a variable',
      code: web('build: .', 'image: "${NAME:-web}"'),
      findings: [{ message: 'base', at: '"${NAME:-web}"' }],
      output: null,
    },
  ],
});
