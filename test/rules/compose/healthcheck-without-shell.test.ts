import { healthcheckWithoutShell } from '../../../server/src/rules/compose/built/healthcheck-without-shell';
import { web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const hardened = 'image: dhi.io/python:3.14-debian13';
const of = (test: string, ...more: readonly string[]): string =>
  web(hardened, ...more, 'healthcheck:', `  test: ${test}`);
const scratch = { dockerfiles: { Dockerfile: 'FROM scratch\nCOPY app /app\nUSER 1\nENTRYPOINT ["/app"]\n' } };

ruleTester(healthcheckWithoutShell, {
  valid: [
    of('["CMD", "python", "-m", "app.health"]'),
    of('["NONE"]'),
    of('"curl -f http://localhost"\n      disable: true'),
    {
      name: 'a build variant has a shell',
      code: of('curl -f http://localhost').replace('debian13', 'debian13-dev'),
    },
    {
      name: 'nothing is known of the image',
      code: of('["CMD-SHELL", "true"]').replace('dhi.io/python:3.14-debian13', 'app:1'),
    },
    {
      name: 'a mount may bring it',
      code: of('["CMD", "curl", "-f", "http://localhost"]', 'volumes: ["./curl:/usr/bin/curl:ro"]'),
    },
    {
      name: 'the Dockerfile brings a shell',
      code: web('build: .', 'healthcheck: { test: /app health }'),
      around: {
        dockerfiles: { Dockerfile: 'FROM scratch\nCOPY --from=busybox:1 /bin/sh /bin/sh\nUSER 1\n' },
      },
    },
    {
      name: 'the Dockerfile brings the tool',
      code: web('build: .', 'healthcheck: { test: [CMD, curl, localhost] }'),
      around: { dockerfiles: { Dockerfile: 'FROM scratch\nCOPY curl /bin/curl\nUSER 1\n' } },
    },
    {
      name: 'a context takes the place of the image',
      code: web('build: { context: ., additional_contexts: { base: ./base } }', 'healthcheck: { test: a b }'),
      around: { dockerfiles: { Dockerfile: 'FROM scratch AS base\nFROM base\nUSER 1\n' } },
    },
    { name: 'keys may come from elsewhere', code: of('a b', 'extends: { file: a.yaml, service: b }') },
  ],
  invalid: [
    {
      code: of("'python -m app.health || exit 1' # why"),
      findings: [
        {
          message: 'shell',
          at: "'python -m app.health || exit 1'",
          severity: 'error',
          offers: [
            {
              title: 'Change to ["CMD", "python", "-m", "app.health"]',
              output: of('["CMD", "python", "-m", "app.health"] # why'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: web(
        hardened,
        'healthcheck:',
        '  test:',
        '    - CMD-SHELL',
        '    - python health.py',
        '  interval: 5s',
      ),
      findings: [
        {
          message: 'shell',
          at: 'CMD-SHELL',
          offers: [
            {
              title: 'Change to ["CMD", "python", "health.py"]',
              output: web(
                hardened,
                'healthcheck:',
                '  test: ["CMD", "python", "health.py"]',
                '  interval: 5s',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a tool that is not there either, and what only a shell can do',
      code: web(hardened, 'healthcheck: { test: curl -f http://localhost/ || exit 1 }'),
      findings: [{ message: 'shell', at: 'curl -f http://localhost/ || exit 1' }],
      output: null,
    },
    {
      code: of('[CMD, /bin/sh, -c, "test -e /tmp/up"]'),
      findings: [
        {
          message:
            'dhi.io/python:3.14-debian13 has no /bin/sh, so this check fails each time, and the container counts as unhealthy. Call the program itself.',
          at: '/bin/sh',
        },
      ],
      output: null,
    },
    {
      name: 'what a Dockerfile builds',
      code: web('build: .', 'healthcheck:', '  test: [CMD, curl, -f, "http://localhost"]'),
      around: scratch,
      findings: [{ message: 'tool', at: 'curl' }],
      output: null,
    },
    {
      name: 'a stage by its name, whose Dockerfile stands here',
      code: web(
        'build:',
        '  target: run',
        '  dockerfile_inline: |',
        '    FROM scratch AS run',
        '    USER 1',
        '    FROM debian:13',
        'healthcheck: { test: "/app --check" }',
      ),
      findings: [
        {
          message: 'shell',
          at: '"/app --check"',
          offers: [
            {
              title: 'Change to ["CMD", "/app", "--check"]',
              output: web(
                'build:',
                '  target: run',
                '  dockerfile_inline: |',
                '    FROM scratch AS run',
                '    USER 1',
                '    FROM debian:13',
                'healthcheck: { test: ["CMD", "/app", "--check"] }',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
