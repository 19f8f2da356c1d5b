import { secretFileInContext } from '../../../server/src/rules/dockerfile/secrets/secret-file-in-context';
import { ruleTester } from '../../support/rule-tester';

const uri = 'file:///w/.dockerignore';
const created =
  '.git\n**/.env\n**/.env.*\n!**/.env.example\n.vscode\n.idea\n.dockerignore\nDockerfile*\ncompose*.y*ml\ndocker-compose*.y*ml\n';

ruleTester(secretFileInContext, {
  valid: [
    'FROM scratch\nCOPY . /app\n',
    {
      name: 'nothing secret, examples of settings, public keys',
      code: 'FROM scratch\nCOPY . /app\n',
      around: {
        files: ['.env.example', '.env.sample', 'certs/ca.pem', 'id_rsa.pub', 'a.crt'],
        dockerignore: '',
      },
    },
    {
      name: 'a folder of keys, which secret-file-copied speaks of',
      code: 'FROM scratch\nCOPY .ssh /root/.ssh\n',
      around: { files: ['.ssh/id_ed25519'], dockerignore: '' },
    },
    {
      name: 'left out',
      code: 'FROM scratch\nCOPY . /app\n',
      around: { files: ['.env', '.git/HEAD', 'k/id_rsa'], dockerignore: '.git\n**/.env*\n**/id_rsa\n' },
    },
    {
      name: 'by a list of what comes along',
      code: 'FROM scratch\nCOPY . /app\n',
      around: { files: ['.env', '.git/HEAD', 'src/a'], dockerignore: '*\n!src\n' },
    },
    {
      name: 'beside what is copied',
      code: 'FROM scratch\nCOPY src /app\nCOPY *.js /\n',
      around: { files: ['.env', 'src/a', 'srcs/.env'], dockerignore: '' },
    },
    {
      name: 'keys of tests, and what text shows to be no key',
      code: 'FROM scratch\nCOPY . /app\n',
      around: {
        files: ['test/server.key', 'a/fixtures/.env', 'server.pem', '.npmrc'],
        dockerignore: '',
        texts: {
          'server.pem': '-----BEGIN CERTIFICATE-----',
          '.npmrc': 'fund=false\n//r/:_authToken=${T}\n',
        },
      },
    },
    {
      name: 'the history in a builder, and where there is no .dockerignore (copy-whole-context)',
      code: 'FROM node:22 AS build\nCOPY . /app\nFROM scratch\nCOPY --from=build /app/dist /dist\n',
      around: { files: ['.git/HEAD'], dockerignore: '' },
    },
    {
      name: 'the history where there is no .dockerignore: copy-whole-context speaks',
      code: 'FROM scratch\nCOPY . /app\n',
      around: { files: ['.git/HEAD'] },
    },
    {
      name: 'a .dockerignore that cannot be judged',
      code: 'FROM scratch\nCOPY . /app\n',
      around: { files: ['.env'], dockerignore: '[\n' },
    },
    {
      name: 'copied by its name too: secret-file-copied speaks',
      code: 'FROM scratch\nCOPY . /app\nCOPY .env /app/\n',
      around: { files: ['.env'], dockerignore: '' },
    },
  ],
  invalid: [
    {
      name: 'settings and history',
      code: 'FROM scratch\nCOPY . /app\n',
      around: { files: ['.env', '.git/HEAD'], dockerignore: 'node_modules\n' },
      output: null,
      findings: [
        {
          message:
            'This copies .env and .git into the image too, readable by everybody who can pull it: .dockerignore does not leave them out.',
          at: '.',
          severity: 'warning',
          offers: [
            {
              title: 'Leave .env and .git out in .dockerignore',
              output: 'FROM scratch\nCOPY . /app\n',
              others: { [uri]: '.env\n.git\n' },
            },
          ],
        },
      ],
    },
    {
      name: 'no .dockerignore',
      code: 'FROM scratch\nCOPY . /app\n',
      around: { files: ['.env', 'deploy/id_rsa'] },
      output: null,
      findings: [
        {
          message: 'base',
          at: '.',
          offers: [
            {
              title: 'Create a .dockerignore that leaves .env and deploy/id_rsa out',
              output: 'FROM scratch\nCOPY . /app\n',
              others: { [uri]: `${created}deploy/id_rsa\n` },
            },
          ],
        },
      ],
    },
    {
      name: 'in a folder, and four of them',
      code: 'FROM scratch\nCOPY ./src/ /app\n',
      around: {
        files: ['src/.env', 'src/.npmrc', 'src/a/tls.key', 'src/b/server-key.pem'],
        dockerignore: '',
      },
      output: null,
      findings: [
        {
          message:
            'This copies src/.env, src/.npmrc and 2 more into the image too, readable by everybody who can pull it: .dockerignore does not leave them out.',
          at: './src/',
          offers: [
            {
              title: 'Leave src/.env, src/.npmrc and 2 more out in .dockerignore',
              output: 'FROM scratch\nCOPY ./src/ /app\n',
              others: { [uri]: 'src/.env\nsrc/.npmrc\nsrc/a/tls.key\nsrc/b/server-key.pem\n' },
            },
          ],
        },
      ],
    },
    {
      name: 'by a pattern',
      code: 'FROM scratch\nCOPY package.json .env* ./\nCOPY conf*/ /x/\n',
      around: { files: ['.env', '.env.example', 'config/db.key', 'config/tls.key'], dockerignore: '' },
      output: null,
      findings: [
        {
          message: 'base',
          at: '.env*',
          offers: [
            {
              title: 'Leave .env out in .dockerignore',
              output: 'FROM scratch\nCOPY package.json .env* ./\nCOPY conf*/ /x/\n',
              others: { [uri]: '.env\n' },
            },
          ],
        },
        {
          message: 'base',
          at: 'conf*/',
          offers: [
            {
              title: 'Leave config/tls.key out in .dockerignore',
              output: 'FROM scratch\nCOPY package.json .env* ./\nCOPY conf*/ /x/\n',
              others: { [uri]: 'config/tls.key\n' },
            },
          ],
        },
      ],
    },
    {
      name: 'into a builder',
      code: 'FROM node:22 AS build\nCOPY . .\nFROM scratch\nCOPY --from=build /dist /dist\n',
      around: { files: ['.env'], dockerignore: '.git' },
      output: null,
      findings: [
        {
          message: 'builder',
          at: '.',
          severity: 'info',
          offers: [
            {
              title: 'Leave .env out in .dockerignore',
              output: 'FROM node:22 AS build\nCOPY . .\nFROM scratch\nCOPY --from=build /dist /dist\n',
              others: { [uri]: '\n.env\n' },
            },
          ],
        },
      ],
    },
    {
      name: 'the history alone',
      code: 'FROM scratch\nCOPY . /app\n',
      around: { files: ['.git/HEAD'], dockerignore: 'node_modules\n' },
      output: null,
      findings: [
        {
          message: 'history',
          at: '.',
          severity: 'info',
          offers: [
            {
              title: 'Leave .git out in .dockerignore',
              output: 'FROM scratch\nCOPY . /app\n',
              others: { [uri]: '.git\n' },
            },
          ],
        },
      ],
    },
  ],
});
