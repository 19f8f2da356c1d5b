import { versionObsolete } from '../../../server/src/rules/compose/syntax/version-obsolete';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(versionObsolete, {
  valid: [
    web('image: app:1'),
    `name: app\n${web('image: app:1')}`,
    web('image: app:1', 'version: "3"'),
    `x-version: "3"\n${web('image: app:1')}`,
    '',
  ],
  invalid: [
    {
      code: `version: "3.8"\n\n${web('image: app:1')}`,
      findings: [{ message: 'base', at: 'version: "3.8"', severity: 'hint' }],
      output: web('image: app:1'),
    },
    {
      code: `# ours\nversion: '3' # old\n\n${web('image: app:1')}`,
      findings: [{ message: 'base', at: "version: '3'" }],
      output: `# ours\n\n${web('image: app:1')}`,
    },
    {
      code: file('services: {web: {image: app:1}}', '', 'version: 2.4', 'volumes: {}'),
      findings: [{ message: 'base', at: 'version: 2.4' }],
      output: file('services: {web: {image: app:1}}', '', 'volumes: {}'),
    },
    {
      code: '{version: "3", services: {web: {image: app:1}}}\n',
      findings: [{ message: 'base', at: 'version: "3"' }],
      output: '{services: {web: {image: app:1}}}\n',
    },
    {
      name: 'a second document',
      code: `${web('image: app:1')}---\nversion: "3"\nservices: {}\n`,
      findings: [{ message: 'base', at: 'version: "3"' }],
      output: `${web('image: app:1')}---\nservices: {}\n`,
    },
    {
      name: 'nothing else in the file',
      code: 'version: "3"\n',
      findings: [{ message: 'base', at: 'version: "3"' }],
      output: null,
    },
    {
      name: 'something hangs on the line, whatever it means',
      code: 'version: "3.9"\n  : &base\nservices: {}\n',
      findings: [{ message: 'base', at: 'version: "3.9"' }],
      output: null,
    },
  ],
});
