import { copyWholeContext } from '../../../server/src/rules/dockerfile/layers/copy-whole-context';
import { ruleTester } from '../../support/rule-tester';

const uri = 'file:///w/.dockerignore';
const base = '.git\n**/.env\n**/.env.*\n!**/.env.example\n.vscode\n.idea\n';
const build = '.dockerignore\nDockerfile*\ncompose*.y*ml\ndocker-compose*.y*ml\n';
const python =
  '**/.venv\n**/venv\n**/__pycache__\n**/*.py[cod]\n**/.pytest_cache\n**/.mypy_cache\n**/.ruff_cache\n';

ruleTester(copyWholeContext, {
  valid: [
    'FROM scratch\nCOPY . /app\n',
    {
      name: 'there is one',
      code: 'FROM scratch\nCOPY . /app\n',
      around: { files: ['a'], dockerignore: '' },
    },
    {
      name: 'parts only',
      code: 'FROM scratch\nCOPY src /app\nCOPY *.json ./\nADD ./web/ /web\n',
      around: { files: ['src/a'] },
    },
    {
      name: 'the whole of a stage, of an image, of a variable',
      code: 'FROM a:1 AS b\nARG X\nCOPY $X /x\nFROM scratch\nCOPY --from=b . /app\n',
      around: { files: ['a'] },
    },
    {
      name: 'with exceptions of its own',
      code: 'FROM scratch\nCOPY --exclude=.git . /app\n',
      around: { files: ['a'] },
    },
    {
      name: 'a trigger copies the context of another build',
      code: 'FROM scratch\nONBUILD COPY . /app\n',
      around: { files: ['a'] },
    },
    {
      name: 'secrets are known to come along: secret-file-in-context speaks',
      code: 'FROM scratch\nCOPY . /app\n',
      around: { files: ['.env', 'a'] },
    },
  ],
  invalid: [
    {
      name: 'a context of nothing that is known',
      code: 'FROM scratch\nCOPY . /app\n',
      around: { files: ['Dockerfile'] },
      output: null,
      findings: [
        {
          message: 'base',
          at: '.',
          offers: [
            {
              title: 'Create a .dockerignore',
              output: 'FROM scratch\nCOPY . /app\n',
              others: { [uri]: base + build },
            },
          ],
        },
      ],
    },
    {
      name: 'Python, once for a file',
      code: 'FROM python:3.13 AS build\nCOPY ./ ./\nFROM python:3.13-slim\nADD . /app/\n',
      around: { files: ['pyproject.toml', 'src/main.py', '.git/config'] },
      output: null,
      findings: [
        {
          message: 'base',
          at: './',
          line: 1,
          offers: [
            {
              title: 'Create a .dockerignore',
              output: 'FROM python:3.13 AS build\nCOPY ./ ./\nFROM python:3.13-slim\nADD . /app/\n',
              others: { [uri]: base + python + build },
            },
          ],
        },
      ],
    },
    {
      name: 'Rust and Node; what is copied by name stays in',
      code: 'FROM scratch\nCOPY target/release/app /app\nCOPY compose.yaml /\nCOPY / /src\n',
      around: { files: ['Cargo.toml', 'package.json'] },
      output: null,
      findings: [
        {
          message: 'base',
          at: '/',
          line: 3,
          offers: [
            {
              title: 'Create a .dockerignore',
              output: 'FROM scratch\nCOPY target/release/app /app\nCOPY compose.yaml /\nCOPY / /src\n',
              others: {
                [uri]: `${base}**/node_modules\n**/npm-debug.log*\n**/.eslintcache\n.dockerignore\nDockerfile*\ndocker-compose*.y*ml\n`,
              },
            },
          ],
        },
      ],
    },
    {
      name: 'in the JSON form, over two lines',
      code: 'FROM scratch\nCOPY --chown=1:1 \\\n    [".", "/app/"]\n',
      around: { files: ['go.mod'] },
      output: null,
      findings: [
        {
          message: 'base',
          at: '"."',
          offers: [
            {
              title: 'Create a .dockerignore',
              output: 'FROM scratch\nCOPY --chown=1:1 \\\n    [".", "/app/"]\n',
              others: { [uri]: `${base}**/*.test\n**/*.out\n${build}` },
            },
          ],
        },
      ],
    },
  ],
});
