import { watchRebuildLock } from '../../../server/src/rules/compose/uv/watch-rebuild-lock';
import { web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const around = {
  folders: { '.': ['uv.lock', 'Dockerfile', '.dockerignore'], './app': ['uv.lock'], './src': [] },
};
const sync = ['    - action: sync', '      path: .', '      target: /app'];

function watch(...rules: readonly string[]): string {
  return web('build: .', 'develop:', '  watch:', ...rules);
}

ruleTester(watchRebuildLock, {
  valid: [
    { around, code: watch(...sync, '    - action: rebuild', '      path: ./uv.lock') },
    { around, code: watch(...sync, '    - action: rebuild', '      path: pyproject.toml') },
    { around, code: watch(...sync, '    - action: rebuild', '      path: ${LOCK}') },
    { around, code: watch(...sync, '    - action: ${ACTION}', '      path: uv.lock') },
    { around, code: watch('    - {action: sync, path: ./src, target: /app/src}') },
    { name: 'nothing is known of the folder', code: watch(...sync) },
  ],
  invalid: [
    {
      around,
      code: watch(...sync),
      findings: [
        {
          message: 'base',
          at: 'path: .',
          severity: 'hint',
          offers: [
            {
              title: 'Rebuild on ./uv.lock',
              output: watch(...sync, '    - action: rebuild', '      path: ./uv.lock'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      around,
      code: watch(
        ...sync,
        '    - action: rebuild',
        '      path: ./package.json',
        '',
        '    # the end',
      ).replace(/$/, 'x-a: 1\n'),
      findings: [
        {
          message: 'base',
          at: 'path: .',
          offers: [
            {
              title: 'Rebuild on ./uv.lock',
              output: watch(
                ...sync,
                '    - action: rebuild',
                '      path: ./package.json',
                '    - action: rebuild',
                '      path: ./uv.lock',
                '',
                '    # the end',
              ).replace(/$/, 'x-a: 1\n'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      around,
      code: web(
        'build: ./app',
        'develop:',
        '  watch: [{action: sync+restart, path: ./app, target: /app, ignore: [.venv/]}]',
      ),
      findings: [
        {
          message: 'base',
          at: 'path: ./app',
          offers: [
            {
              title: 'Rebuild on ./app/uv.lock',
              output: web(
                'build: ./app',
                'develop:',
                '  watch: [{action: sync+restart, path: ./app, target: /app, ignore: [.venv/]}, { action: rebuild, path: ./app/uv.lock }]',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      around,
      name: 'a rule that rebuilds for something else',
      code: watch(...sync, '    - {action: rebuild, path: ./Dockerfile.web}'),
      findings: [
        {
          message: 'base',
          at: 'path: .',
          offers: [
            {
              title: 'Rebuild on ./uv.lock',
              output: watch(
                ...sync,
                '    - {action: rebuild, path: ./Dockerfile.web}',
                '    - action: rebuild',
                '      path: ./uv.lock',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
