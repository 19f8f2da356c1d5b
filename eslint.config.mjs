// @ts-check
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The floors of server/src, lowest first. A file may import from its own floor and from the floors below it.
 * Entries (server.ts, node.ts, browser.ts, cli.ts) stand above all of them.
 */
const floors = [
  ['text'],
  ['image', 'shell'],
  ['dockerfile', 'compose', 'workspace'],
  ['rules', 'migrate'],
  ['service'],
  ['protocol', 'cli'],
];

const languageServerPackages = [
  'vscode-languageserver',
  'vscode-languageserver/*',
  'vscode-languageserver-protocol',
  'vscode-languageserver-protocol/*',
];

const floorRules = floors.flatMap((folders, height) => {
  const above = floors.slice(height + 1).flat();
  return folders.map((folder) => ({
    files: [`server/src/${folder}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'vscode', message: 'The server runs outside VS Code.' }],
          patterns: [
            ...(above.length === 0
              ? []
              : [
                  {
                    group: above.flatMap((name) => [`../${name}/*`, `../**/${name}/**`]),
                    message: 'Imports never go up a floor.',
                  },
                ]),
            ...(folder === 'protocol'
              ? []
              : [{ group: languageServerPackages, message: 'Only server/src/protocol speaks LSP.' }]),
          ],
        },
      ],
    },
  }));
});

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'out/',
      '.cache/',
      'node_modules/',
      'test/fixtures/',
      'test/migrate/fixtures/',
      'demo/',
      'server/data/',
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-console': 'error',
    },
  },
  ...floorRules,
  {
    files: ['server/src/rules/**/*.ts', 'server/src/{text,image,shell,dockerfile,compose}/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'process', message: 'Pure floors know no process.' }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['server/src/cli/**/*.ts', 'scripts/**', 'test/bench/**', 'test/fuzz/**', 'esbuild.mjs'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        AbortController: 'readonly',
      },
    },
  },
);
