import { dhiPathMoved } from '../../../server/src/rules/dockerfile/hardened-runtime/dhi-path-moved';
import { ruleTester } from '../../support/rule-tester';

const dev = 'FROM dhi.io/python:3.12-debian13-dev AS b\nRUN pip install --no-cache-dir flask\n';
const python = 'FROM dhi.io/python:3.12-debian13\n';
const site = '/usr/local/lib/python3.12/site-packages';
const nginx = 'FROM dhi.io/nginx:1.30-debian13\n';
const conf = {
  files: ['nginx.conf', 'own.conf'],
  texts: {
    'nginx.conf': 'user nginx;\n  pid /var/run/nginx.pid;\n#pid /run/nginx.pid;\n',
    'own.conf': '#pid /run/nginx.pid;\n',
  },
};

ruleTester(dhiPathMoved, {
  valid: [
    `${dev}${python}COPY --from=b /usr/lib/python3.12/site-packages /usr/lib/python3.12/site-packages\nCMD ["/usr/bin/python3", "a.py"]\n`,
    {
      name: 'the upstream image',
      code: `FROM python:3.12 AS b\nRUN /usr/local/bin/pip install flask\n${python}COPY --from=b /app /app\n`,
    },
    {
      name: 'installed there, in the build',
      code: `FROM dhi.io/python:3.12-debian13-dev AS b\nRUN pip install --prefix=/usr/local flask\n${python}COPY --from=b ${site} /app/lib\n`,
    },
    {
      name: 'installed there by a variable, or copied from elsewhere',
      code: `FROM dhi.io/python:3.12-debian13-dev AS b\nENV PIP_PREFIX=/usr/local\nRUN pip install flask\nFROM dhi.io/python:3.12-debian13 AS c\nCOPY --from=python:3.12 /usr/local /usr/local\nCMD ["/usr/local/bin/python3"]\n${python}COPY --from=b ${site} /x\n`,
      around: { targets: ['c'] },
    },
    {
      name: 'node on Debian 12, which has it there',
      code: 'FROM dhi.io/node:24-debian12\nCMD ["/usr/local/bin/node", "a.js"]\n',
    },
    {
      name: 'a variable without a value',
      code: `ARG TAG\nFROM dhi.io/python:$TAG\nCMD ["/usr/local/bin/python"]\n`,
    },
    {
      name: 'paths that are called alike',
      code: `${python}COPY a /usr/local/lib/python3.12-tools/\nCMD ["/usr/local/bin/python-run"]\n`,
    },
    { name: 'a heredoc that is only text', code: `${python}COPY <<EOF /a\n/usr/local/bin/python\nEOF\n` },
    {
      name: 'the data of postgres where a variable says',
      code: 'FROM dhi.io/postgres:18-debian13\nENV PGDATA=/var/lib/postgresql/data\nVOLUME /var/lib/postgresql/data\n',
    },
    {
      name: "nginx' own pid file, a file that is no configuration of nginx, a stage that is root",
      code: `FROM dhi.io/nginx:1.30-debian13 AS a\nCOPY own.conf /etc/nginx/nginx.conf\nFROM dhi.io/nginx:1.30-debian13 AS c\nUSER root\nCOPY nginx.conf /etc/nginx/\n${nginx}COPY nginx.conf /etc/nginx/conf.d/\n`,
      around: { ...conf, targets: ['a', 'c'] },
    },
    {
      name: 'the JRE where it is',
      code: 'FROM dhi.io/eclipse-temurin:21-debian13\nENV JAVA_HOME=/opt/java/openjdk/21-jre\n',
    },
  ],
  invalid: [
    {
      name: 'packages that are not there',
      code: `${dev}${python}COPY --from=b ${site} ${site}\nCMD ["python3"]\n`,
      findings: [
        {
          message: `dhi.io/python:3.12-debian13-dev has nothing at ${site}: what the upstream image has there lies in /usr/lib/python3.12.`,
          at: site,
          severity: 'warning',
          offers: [
            {
              title: 'Copy it from /usr/lib/python3.12',
              output: `${dev}${python}COPY --from=b /usr/lib/python3.12/site-packages /usr/lib/python3.12/site-packages\nCMD ["python3"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'on Debian 12 and Alpine 3.22 they lie in /opt/python; straight from an image',
      code: `FROM dhi.io/python:3.12-debian12-dev AS b\nRUN pip install --no-cache-dir flask\nFROM dhi.io/python:3.12-debian12\nCOPY --from=b ${site} /app/lib\nCOPY --from=dhi.io/python:3.12-alpine3.22 /usr/local/bin/python3 /app/python\n`,
      findings: [
        {
          message: 'source',
          at: site,
          offers: [
            {
              title: 'Copy it from /opt/python/lib/python3.12',
              output: `FROM dhi.io/python:3.12-debian12-dev AS b\nRUN pip install --no-cache-dir flask\nFROM dhi.io/python:3.12-debian12\nCOPY --from=b /opt/python/lib/python3.12/site-packages /app/lib\nCOPY --from=dhi.io/python:3.12-alpine3.22 /usr/local/bin/python3 /app/python\n`,
            },
          ],
        },
        {
          message: 'source',
          at: '/usr/local/bin/python3',
          offers: [
            {
              title: 'Copy it from /opt/python/bin/python3',
              output: `FROM dhi.io/python:3.12-debian12-dev AS b\nRUN pip install --no-cache-dir flask\nFROM dhi.io/python:3.12-debian12\nCOPY --from=b ${site} /app/lib\nCOPY --from=dhi.io/python:3.12-alpine3.22 /opt/python/bin/python3 /app/python\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the interpreter in commands, in a stage on a stage',
      code: 'FROM dhi.io/python:3.12-debian13 AS base\nFROM base\nHEALTHCHECK CMD ["/usr/local/bin/python", "c.py"]\nENTRYPOINT ["/usr/local/bin/python3.12", "a.py"]\n',
      findings: [
        {
          message: 'named',
          at: '/usr/local/bin/python',
          offers: [
            {
              title: 'Change to /usr/bin/python',
              output:
                'FROM dhi.io/python:3.12-debian13 AS base\nFROM base\nHEALTHCHECK CMD ["/usr/bin/python", "c.py"]\nENTRYPOINT ["/usr/local/bin/python3.12", "a.py"]\n',
            },
          ],
        },
        {
          message: 'named',
          at: '/usr/local/bin/python3.12',
          offers: [
            {
              title: 'Change to /usr/bin/python3.12',
              output:
                'FROM dhi.io/python:3.12-debian13 AS base\nFROM base\nHEALTHCHECK CMD ["/usr/local/bin/python", "c.py"]\nENTRYPOINT ["/usr/bin/python3.12", "a.py"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'node, Java and postgres',
      code: 'FROM dhi.io/node:24-debian13 AS a\nCMD ["/usr/local/bin/node", "a.js"]\nFROM dhi.io/eclipse-temurin:21-debian13 AS c\nENV JAVA_HOME="/opt/java/openjdk"\nENTRYPOINT ["java", "-jar", "a.jar"]\nFROM dhi.io/postgres:18-debian13\nVOLUME /var/lib/postgresql/data\nHEALTHCHECK CMD /usr/lib/postgresql/18/bin/pg_isready\n',
      around: { targets: ['a', 'c'] },
      findings: [
        { at: '/usr/local/bin/node', to: '/usr/bin/node' },
        { at: '/opt/java/openjdk', to: '/opt/java/openjdk/21-jre' },
        { at: '/var/lib/postgresql/data', to: '/var/lib/postgresql/18/data' },
        { at: '/usr/lib/postgresql', to: '/opt/postgresql' },
      ].map(({ at, to }) => ({
        message: 'named',
        at,
        offers: [
          {
            title: `Change to ${to}`,
            output:
              'FROM dhi.io/node:24-debian13 AS a\nCMD ["/usr/local/bin/node", "a.js"]\nFROM dhi.io/eclipse-temurin:21-debian13 AS c\nENV JAVA_HOME="/opt/java/openjdk"\nENTRYPOINT ["java", "-jar", "a.jar"]\nFROM dhi.io/postgres:18-debian13\nVOLUME /var/lib/postgresql/data\nHEALTHCHECK CMD /usr/lib/postgresql/18/bin/pg_isready\n'.replace(
                at,
                to,
              ),
          },
        ],
      })),
      output: null,
    },
    {
      name: "nginx' pid file, in a file of the context and in a heredoc",
      code: `FROM dhi.io/nginx:1.30-debian13 AS a\nCOPY nginx.conf /etc/nginx/\n${nginx}COPY <<EOF /etc/nginx/nginx.conf\nevents {}\npid /run/nginx.pid;\nEOF\n`,
      around: { ...conf, targets: ['a'] },
      findings: [
        {
          message:
            'dhi.io/nginx:1.30-debian13 runs as nginx, who cannot write /var/run/nginx.pid: nginx does not start. Its own configuration has the file in /run/nginx.',
          at: 'nginx.conf',
          offers: [
            {
              title: 'Change the pid file to /run/nginx/nginx.pid',
              output: `FROM dhi.io/nginx:1.30-debian13 AS a\nCOPY nginx.conf /etc/nginx/\n${nginx}COPY <<EOF /etc/nginx/nginx.conf\nevents {}\npid /run/nginx.pid;\nEOF\n`,
              others: { 'file:///w/nginx.conf': '/run/nginx/nginx.pid' },
            },
          ],
        },
        {
          message: 'pid',
          at: '/run/nginx.pid',
          offers: [
            {
              title: 'Change the pid file to /run/nginx/nginx.pid',
              output: `FROM dhi.io/nginx:1.30-debian13 AS a\nCOPY nginx.conf /etc/nginx/\n${nginx}COPY <<EOF /etc/nginx/nginx.conf\nevents {}\npid /run/nginx/nginx.pid;\nEOF\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
