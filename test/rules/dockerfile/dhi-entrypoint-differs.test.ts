import { dhiEntrypointDiffers } from '../../../server/src/rules/dockerfile/hardened-runtime/dhi-entrypoint-differs';
import { ruleTester } from '../../support/rule-tester';

const nginx = 'FROM dhi.io/nginx:1.30-debian13\n';
const node = 'FROM dhi.io/node:24-debian13\n';
const files = ['package.json', 'server.js'];
const packageJson = (start: string) => ({
  files,
  texts: { 'package.json': JSON.stringify({ scripts: { start, serve: 'node b.js' } }) },
});

ruleTester(dhiEntrypointDiffers, {
  valid: [
    `${nginx}COPY dist /usr/share/nginx/html\n`,
    { name: 'words for the program', code: `${nginx}CMD ["-g", "daemon off; error_log stderr info;"]\n` },
    {
      name: 'runtime variants whose entry point is a script',
      code: 'FROM dhi.io/postgres:18-debian13 AS a\nCOPY init.sql /docker-entrypoint-initdb.d/\nCMD postgres -c shared_buffers=1GB\nFROM dhi.io/mariadb:11-debian13\nCOPY init.sql /docker-entrypoint-initdb.d/\nCMD ["mariadbd", "--verbose"]\n',
      around: { targets: ['a'] },
    },
    {
      name: 'an init starts what CMD names',
      code: 'FROM dhi.io/redis:8-debian13\nCMD ["redis-server", "--save", ""]\n',
    },
    {
      name: 'an ENTRYPOINT of their own',
      code: `${nginx}COPY a.envsh /docker-entrypoint.d/\nENTRYPOINT ["/run"]\nCMD ["nginx"]\n`,
    },
    {
      name: 'a builder',
      code: `FROM dhi.io/nginx:1.30-debian13 AS b\nCOPY a.sh /docker-entrypoint.d/\n${nginx}`,
    },
    { name: 'no hardened image', code: 'FROM nginx:1.29\nCOPY a.sh /docker-entrypoint.d/\nCMD ["nginx"]\n' },
    {
      name: 'a variable without a value',
      code: 'ARG TAG\nFROM dhi.io/nginx:$TAG\nCOPY a.sh /docker-entrypoint.d/\nCMD ["nginx"]\n',
    },
    {
      name: 'the build variant has npm; it was copied; PATH leads elsewhere',
      code: `FROM dhi.io/node:24-debian13-dev AS b\nCMD ["npm", "start"]\nFROM dhi.io/node:24-debian13 AS c\nCOPY --from=b /usr/local /usr/local\nCMD ["npm", "start"]\n${node}ENV PATH=/tools:$PATH\nCMD ["npm", "start"]\n`,
      around: { targets: ['b', 'c'] },
    },
    { name: 'a heredoc', code: `${nginx}COPY <<EOF /etc/nginx/a\nCMD ["nginx"]\nEOF\n` },
    {
      name: 'it starts something',
      code: 'FROM dhi.io/static:20250419-debian13\nCOPY app /\nENTRYPOINT ["/app"]\n',
    },
  ],
  invalid: [
    {
      name: 'files for a script that is not there',
      code: `${nginx}COPY --chmod=755 10-a.sh /docker-entrypoint.d/\nCOPY site.template /etc/nginx/templates/site.conf.template\nENV NGINX_ENVSUBST_OUTPUT_DIR=/tmp\n`,
      findings: [
        {
          message:
            "dhi.io/nginx:1.30-debian13 starts its program without a script, so nobody runs what lies in /docker-entrypoint.d: that is done by the upstream image's entry point.",
          at: '/docker-entrypoint.d/',
          severity: 'warning',
        },
        { message: 'files', at: '/etc/nginx/templates/site.conf.template' },
        { message: 'variable', at: 'NGINX_ENVSUBST_OUTPUT_DIR' },
      ],
      output: null,
    },
    {
      name: 'mongodb, with a shell and without',
      code: 'FROM dhi.io/mongodb:8-debian13-compat AS a\nCOPY init.js /docker-entrypoint-initdb.d/\nFROM dhi.io/mongodb:8-debian13\nENV MONGO_INITDB_DATABASE=app\n',
      around: { targets: ['a'] },
      findings: [
        { message: 'files', at: '/docker-entrypoint-initdb.d/' },
        { message: 'variable', at: 'MONGO_INITDB_DATABASE' },
      ],
      output: null,
    },
    {
      name: 'the program again',
      code: `${nginx}CMD ["nginx", "-g", "daemon off;"]\n`,
      findings: [
        {
          message:
            'The ENTRYPOINT of dhi.io/nginx:1.30-debian13 is "nginx" already, so this CMD starts "nginx nginx …".',
          at: '"nginx"',
          offers: [{ title: 'Leave out "nginx"', output: `${nginx}CMD ["-g", "daemon off;"]\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'the program again: nothing else, by its path, in a stage below',
      code: 'FROM dhi.io/php:8.4-debian13 AS base\nCMD ["php", "a.php"]\nFROM base\nCOPY a.php .\nFROM dhi.io/caddy:2-debian13\nEXPOSE 8080\nCMD ["/usr/bin/caddy"]\nLABEL a=b\n',
      around: { targets: ['base'] },
      findings: [
        {
          message: 'program',
          at: '"php"',
          offers: [
            {
              title: 'Leave out "php"',
              output:
                'FROM dhi.io/php:8.4-debian13 AS base\nCMD ["a.php"]\nFROM base\nCOPY a.php .\nFROM dhi.io/caddy:2-debian13\nEXPOSE 8080\nCMD ["/usr/bin/caddy"]\nLABEL a=b\n',
            },
          ],
        },
        {
          message: 'program',
          at: '"/usr/bin/caddy"',
          offers: [
            {
              title: 'Remove this CMD',
              output:
                'FROM dhi.io/php:8.4-debian13 AS base\nCMD ["php", "a.php"]\nFROM base\nCOPY a.php .\nFROM dhi.io/caddy:2-debian13\nEXPOSE 8080\nLABEL a=b\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'shell form, with a shell and without',
      code: `FROM dhi.io/nginx:1.30-alpine3.24 AS a\nCMD nginx -g 'daemon off;'\n${nginx}CMD -t\n`,
      around: { targets: ['a'] },
      findings: [
        {
          message:
            'The ENTRYPOINT of dhi.io/nginx:1.30-alpine3.24 is "nginx" and gets the words of CMD, in shell form those of a shell: "nginx /bin/sh -c …".',
          at: "nginx -g 'daemon off;'",
          offers: [
            {
              title: 'Change to CMD ["-g", "daemon off;"]',
              output: `FROM dhi.io/nginx:1.30-alpine3.24 AS a\nCMD ["-g", "daemon off;"]\n${nginx}CMD -t\n`,
            },
          ],
        },
        {
          message: 'shell',
          at: '-t',
          offers: [
            {
              title: 'Change to CMD ["-t"]',
              output: `FROM dhi.io/nginx:1.30-alpine3.24 AS a\nCMD nginx -g 'daemon off;'\n${nginx}CMD ["-t"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "npm on node's runtime, with the script that it would run",
      code: `${node}WORKDIR /usr/src/app\nCOPY . .\nCMD ["npm", "start"]\n`,
      around: packageJson('node --enable-source-maps server.js'),
      findings: [
        {
          message:
            'dhi.io/node:24-debian13 has no npm, which the upstream image has: the container cannot start.',
          at: '"npm"',
          offers: [
            {
              title: 'Start what the script of package.json runs: node --enable-source-maps server.js',
              output: `${node}WORKDIR /usr/src/app\nCOPY . .\nCMD ["node", "--enable-source-maps", "server.js"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'another script, one that needs more than Node, and none',
      code: `FROM dhi.io/node:24-debian13 AS a\nCMD ["npm", "run", "serve"]\nFROM dhi.io/node:22-alpine AS b\nENTRYPOINT ["yarn", "start"]\n${node}CMD ["npx", "serve"]\n`,
      around: { ...packageJson('NODE_ENV=production node a.js'), targets: ['a', 'b'] },
      findings: [
        {
          message: 'missing',
          at: '"npm"',
          offers: [
            {
              title: 'Start what the script of package.json runs: node b.js',
              output: `FROM dhi.io/node:24-debian13 AS a\nCMD ["node", "b.js"]\nFROM dhi.io/node:22-alpine AS b\nENTRYPOINT ["yarn", "start"]\n${node}CMD ["npx", "serve"]\n`,
            },
          ],
        },
        { message: 'missing', at: '"yarn"' },
        { message: 'missing', at: '"npx"' },
      ],
      output: null,
    },
    {
      name: 'nothing to start',
      code: 'FROM dhi.io/golang:1.26-debian13-dev AS b\nRUN go build -o /a .\nFROM dhi.io/static:20250419-debian13\nCOPY --from=b /a /a\n',
      findings: [{ message: 'nothing', at: 'dhi.io/static:20250419-debian13' }],
      output: null,
    },
    {
      name: 'a program without its arguments',
      code: 'FROM dhi.io/haproxy:3.2-debian13\nCOPY haproxy.cfg /usr/local/etc/haproxy/haproxy.cfg\n',
      findings: [
        {
          message:
            'dhi.io/haproxy:3.2-debian13 starts "haproxy" without arguments, where the upstream image has a CMD: it ends at once.',
          at: 'dhi.io/haproxy:3.2-debian13',
          offers: [
            {
              title: 'Add CMD ["-f", "/usr/local/etc/haproxy/haproxy.cfg"]',
              output:
                'FROM dhi.io/haproxy:3.2-debian13\nCOPY haproxy.cfg /usr/local/etc/haproxy/haproxy.cfg\nCMD ["-f", "/usr/local/etc/haproxy/haproxy.cfg"]\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
