import assert from 'node:assert/strict';
import { type Plan } from '../../server/src/migrate/plan';
import { createService } from '../../server/src/service/create';
import { defaultSettings } from '../../server/src/service/settings';
import { applyEdits } from '../../server/src/text/edit';
import { memoryHost } from '../support/memory-host';

const low = 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["flask", "run", "--port", "80"]\n';

/** The plan for `web/Dockerfile` beside Compose files, and what these become. */
async function migrated(
  files: Readonly<Record<string, string>>,
  dockerfile = low,
): Promise<{ readonly plan: Plan; readonly texts: Readonly<Record<string, string>> }> {
  const uri = 'file:///w/web/Dockerfile';
  const all = Object.entries({ ...files, 'web/Dockerfile': dockerfile });
  const host = memoryHost(Object.fromEntries(all.map(([path, text]) => [`file:///w/${path}`, text])));
  const document = { uri, language: 'dockerfile', version: 1, text: dockerfile } as const;
  const plan = await createService(host).migration(document, defaultSettings);
  assert.ok(plan?.kind === 'plan');
  const texts = plan.others.map(({ uri: at, source, edits }) => [
    at.slice('file:///w/'.length),
    applyEdits(source.text, edits),
  ]);
  return { plan, texts: Object.fromEntries(texts) as Record<string, string> };
}

const service = (...lines: readonly string[]): string =>
  `services:\n  web:\n    build: ./web\n${lines.map((line) => `    ${line}\n`).join('')}`;

describe('Compose files of a Dockerfile whose ports are raised', () => {
  for (const [name, before, after] of [
    ['ports in short form', ['ports:', '  - "80:80"'], ['ports:', '  - "80:8080"']],
    ['an address before it', ["ports: ['127.0.0.1:8443:80/tcp']"], ["ports: ['127.0.0.1:8443:8080/tcp']"]],
    ['a variable on the host', ['ports: ["${WEB_PORT:-80}:80"]'], ['ports: ["${WEB_PORT:-80}:8080"]']],
    ['a port that the host picks', ['ports: [80]'], ['ports: [8080]']],
    [
      'ports in long form',
      ['ports:', '  - { target: 80, published: "80" }'],
      ['ports:', '  - { target: 8080, published: "80" }'],
    ],
    ['expose', ['expose: ["80"]'], ['expose: ["8080"]']],
    ['a setting in a map', ['environment:', '  PORT: 80'], ['environment:', '  PORT: 8080']],
    [
      'a command as a list',
      ['command: ["flask", "run", "--port", "80"]'],
      ['command: ["flask", "run", "--port", "8080"]'],
    ],
    [
      'a command as a string',
      ['command: gunicorn --bind=0.0.0.0:80 web:app'],
      ['command: gunicorn --bind=0.0.0.0:8080 web:app'],
    ],
    ['a setting in a list', ['environment:', '  - PORT=80'], ['environment:', '  - PORT=8080']],
    [
      'the label of Traefik',
      ['labels:', '  - traefik.http.services.web.loadbalancer.server.port=80'],
      ['labels:', '  - traefik.http.services.web.loadbalancer.server.port=8080'],
    ],
  ] as const)
    it(`lead to the new one: ${name}`, async () => {
      const { plan, texts } = await migrated({ 'compose.yaml': service(...before) });
      assert.deepEqual(texts, { 'compose.yaml': service(...after) });
      assert.deepEqual(
        plan.others.map(({ id, title, path }) => ({ id, title, path })),
        [
          {
            id: 'compose-1',
            title: 'Lead to port 8080 instead of 80 in `compose.yaml`',
            path: 'compose.yaml',
          },
        ],
      );
      assert.match(plan.others[0]?.confirm ?? '', /`web` by name/);
    });

  for (const [name, text] of [
    ['other ports', service('ports: ["80:8000", "80"]').replace('"80"', '"5000"')],
    ['what is built from another file', 'services:\n  web:\n    build: ./other\n    ports: ["80:80"]\n'],
    ['what is not built', 'services:\n  web:\n    image: nginx\n    ports: ["80:80"]\n'],
    [
      'another stage of the file',
      'services:\n  web:\n    build: { context: ./web, target: none }\n    ports: ["80:80"]\n',
    ],
  ] as const)
    it(`stay as they are: ${name}`, async () => {
      assert.deepEqual((await migrated({ 'compose.yaml': text })).texts, {});
    });

  it('stay as they are where no port is raised', async () => {
    const high = low.replaceAll('80', '8080');
    const compose = service('ports: ["80:8080", "81:80"]');
    assert.deepEqual((await migrated({ 'compose.yaml': compose }, high)).texts, {});
  });

  it('change each in its own step, an override file too', async () => {
    const { plan, texts } = await migrated({
      'compose.yaml': service('ports: ["80:80"]'),
      'compose.override.yaml': 'services:\n  web:\n    ports: ["127.0.0.1:9000:80"]\n',
    });
    assert.deepEqual(texts, {
      'compose.yaml': service('ports: ["80:8080"]'),
      'compose.override.yaml': 'services:\n  web:\n    ports: ["127.0.0.1:9000:8080"]\n',
    });
    assert.equal(new Set(plan.others.map(({ id }) => id)).size, 2);
  });

  it('raise a port that only they name, where the file is migrated', async () => {
    const bare = 'FROM python:3.12-slim\nCMD ["python", "app.py"]\n';
    const compose = service('environment:', '  PORT: 80', 'ports: ["80:80"]');
    const { plan, texts } = await migrated({ 'compose.yaml': compose }, bare);
    assert.deepEqual(texts, {
      'compose.yaml': service('environment:', '  PORT: 8080', 'ports: ["80:8080"]'),
    });
    assert.match(plan.others[0]?.why ?? '', /runs without root now/);
    const done = bare.replace('python:3.12-slim', 'dhi.io/python:3.12-debian13');
    assert.deepEqual((await migrated({ 'compose.yaml': compose }, done)).texts, {});
  });

  it('follow a server that listens elsewhere by itself', async () => {
    const compose = service('ports: ["80:80"]');
    const { texts } = await migrated(
      { 'compose.yaml': compose, 'web/index.html': '' },
      'FROM nginx:1.29\nCOPY index.html /usr/share/nginx/html/\n',
    );
    assert.deepEqual(texts, { 'compose.yaml': compose.replace('80:80', '80:8080') });
  });

  for (const [name, lines, note] of [
    ['a range', ['ports: ["79-81:79-81"]'], /`web` publishes a range of ports with 80 in it/],
    ['a health check', ['healthcheck:', '  test: curl -f http://localhost/up'], /`web` asks port 80/],
    ['the network of the host', ['network_mode: host'], /`web` stands in the network of the host/],
  ] as const)
    it(`are named where only a person can tell: ${name}`, async () => {
      const { plan, texts } = await migrated({ 'compose.yaml': service(...lines) });
      assert.deepEqual(texts, {});
      assert.match(plan.unresolved.map(({ text }) => text).join('\n'), note);
    });

  it('keep a text that another service has as well', async () => {
    const compose =
      'x-ports: &ports\n  - "80:80"\nservices:\n  web:\n    build: ./web\n    ports: *ports\n  old:\n    image: nginx\n    ports: *ports\n';
    const { plan, texts } = await migrated({ 'compose.yaml': compose });
    assert.deepEqual(texts, {});
    assert.match(plan.unresolved.map(({ text }) => text).join('\n'), /shares the text that names port 80/);
  });
});
