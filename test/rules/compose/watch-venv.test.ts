import { watchVenv } from '../../../server/src/rules/compose/uv/watch-venv';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

function watch(...rule: readonly string[]): string {
  const [first = '', ...rest] = rule;
  return web('build: .', 'develop:', '  watch:', `    - ${first}`, ...rest.map((line) => `      ${line}`));
}

const around = { folders: { '.': ['uv.lock', 'Dockerfile'], './app': ['uv.lock'], './src': [] } };
const title = ['action: sync', 'path: .', 'target: /app'];

ruleTester(watchVenv, {
  valid: [
    { around, code: watch(...title, 'ignore: [.venv/]') },
    { around, code: watch(...title, 'ignore:', '  - ./.venv') },
    { around, code: watch(...title, 'ignore: ["**/.venv"]') },
    { around, code: watch(...title, 'ignore: ["${IGNORED}"]') },
    { around, code: watch('action: rebuild', 'path: ./uv.lock') },
    { around, code: watch('action: sync', 'path: ./src', 'target: /app/src') },
    { around, code: watch('action: sync', 'path: ${DIR}', 'target: /app') },
    { name: 'nothing is known of the folder', code: watch(...title) },
    { name: 'no uv project', around: { folders: { '.': ['Dockerfile'] } }, code: watch(...title) },
    {
      name: 'a .dockerignore may leave it out',
      around: { folders: { '.': ['uv.lock', '.dockerignore'] } },
      code: watch(...title),
    },
  ],
  invalid: [
    {
      around,
      code: watch(...title),
      findings: [{ message: 'base', at: 'path: .', severity: 'warning' }],
      output: watch(...title, 'ignore:', '  - .venv/'),
    },
    {
      around,
      code: watch('action: sync+restart', 'path: ./', 'target: /app', 'ignore: [dist/]'),
      findings: [{ message: 'base', at: 'path: ./' }],
      output: watch('action: sync+restart', 'path: ./', 'target: /app', 'ignore: [dist/, .venv/]'),
    },
    {
      around: { folders: { '.': ['compose.yaml'], './app': ['uv.lock'] } },
      code: file(
        'services:',
        '  web:',
        '    build: {context: ./app}',
        '    develop:',
        '      watch: [{action: sync, path: ., target: /app}]',
      ),
      findings: [{ message: 'base', at: 'path: .' }],
      output: file(
        'services:',
        '  web:',
        '    build: {context: ./app}',
        '    develop:',
        '      watch: [{action: sync, path: ., target: /app, ignore: [app/.venv/]}]',
      ),
    },
    {
      name: 'merged into two services',
      around,
      code: file(
        'x-d: &d',
        '  watch:',
        '    - action: sync',
        '      path: ${DIR:-.}',
        '      target: /app',
        'services:',
        '  web: {build: ., develop: *d}',
        '  job: {build: ., develop: *d}',
      ),
      findings: [{ message: 'base', at: 'path: ${DIR:-.}' }],
      output: file(
        'x-d: &d',
        '  watch:',
        '    - action: sync',
        '      path: ${DIR:-.}',
        '      target: /app',
        '      ignore:',
        '        - .venv/',
        'services:',
        '  web: {build: ., develop: *d}',
        '  job: {build: ., develop: *d}',
      ),
    },
  ],
});
