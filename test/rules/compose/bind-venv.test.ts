import { bindVenv } from '../../../server/src/rules/compose/uv/bind-venv';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const around = { folders: { '.': ['uv.lock'], './app': ['uv.lock'], './src': ['main.py'] } };

ruleTester(bindVenv, {
  valid: [
    { around, code: web('build: .', 'volumes:', '  - .:/app', '  - /app/.venv') },
    { around, code: web('build: .', 'volumes:', '  - .:/app', '  - venv:/app/.venv') },
    { around, code: web('build: .', 'volumes: [.:/app]', 'tmpfs: /app/.venv') },
    { around, code: web('build: .', 'volumes:', '  - .:/app', '  - {type: volume, target: /app/.venv}') },
    {
      around,
      code: web('build: .', 'volumes: [.:/app]', 'environment: {UV_PROJECT_ENVIRONMENT: /opt/venv}'),
    },
    { around, code: web('build: .', 'volumes: [./src:/app]') },
    { around, code: web('build: .', 'volumes: ["${DIR}:/app"]') },
    { around, code: web('build: .', 'volumes: [".:${TARGET}"]') },
    { around, code: web('image: app:1', 'volumes: [.:/app]') },
    { name: 'nothing is known of the folder', code: web('build: .', 'volumes: [.:/app]') },
  ],
  invalid: [
    {
      around,
      code: web('build: .', 'volumes:', '  - .:/app # live'),
      findings: [{ message: 'base', at: '.:/app', severity: 'warning' }],
      output: web('build: .', 'volumes:', '  - .:/app # live', '  - /app/.venv'),
    },
    {
      around,
      code: web('build: ./app', 'volumes: ["./app/:/srv/:ro", data:/data]'),
      findings: [{ message: 'base', at: '"./app/:/srv/:ro"' }],
      output: web('build: ./app', 'volumes: ["./app/:/srv/:ro", data:/data, /srv/.venv]'),
    },
    {
      around,
      code: web('build: .', 'volumes:', '  - type: bind', '    source: .', '    target: /app'),
      findings: [{ message: 'base', at: 'type: bind\n        source: .\n        target: /app' }],
      output: web(
        'build: .',
        'volumes:',
        '  - type: bind',
        '    source: .',
        '    target: /app',
        '  - /app/.venv',
      ),
    },
    {
      around,
      code: web(
        'build: .',
        'volumes: ["${SRC:-.}:/app"]',
        'environment: {UV_PROJECT_ENVIRONMENT: /app/.venv}',
      ),
      findings: [{ message: 'base', at: '"${SRC:-.}:/app"' }],
      output: web(
        'build: .',
        'volumes: ["${SRC:-.}:/app", /app/.venv]',
        'environment: {UV_PROJECT_ENVIRONMENT: /app/.venv}',
      ),
    },
    {
      name: 'a shared list: the service that builds gets its own',
      around,
      code: file(
        'x-v: &v',
        '  volumes:',
        '    - .:/app',
        'services:',
        '  web:',
        '    <<: *v',
        '    build: .',
        '  job: {<<: *v, image: job:1}',
      ),
      findings: [{ message: 'base', at: '.:/app' }],
      output: file(
        'x-v: &v',
        '  volumes:',
        '    - .:/app',
        'services:',
        '  web:',
        '    <<: *v',
        '    build: .',
        '    volumes:',
        '      - .:/app',
        '      - /app/.venv',
        '  job: {<<: *v, image: job:1}',
      ),
    },
  ],
});
