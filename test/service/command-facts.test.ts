import assert from 'node:assert/strict';
import { type Language } from '../../server/src/rules/rule';
import { createService } from '../../server/src/service/create';
import { type CommandFacts } from '../../server/src/service/images/command-subjects';
import { defaultSettings } from '../../server/src/service/settings';
import { applyEdits } from '../../server/src/text/edit';
import { hostOf, type ProjectTexts } from '../support/project';
import { look } from '../support/look';

/** A document of the folder `w`, and the service that has it before it. */
function opened(text: string, language: Language, around: ProjectTexts = {}) {
  const name = language === 'compose' ? 'compose.yaml' : 'Dockerfile';
  const service = createService(hostOf({ ...around, [name]: text }));
  return { service, document: { uri: `file:///w/${name}`, language, version: 1, text } };
}

async function factsOf(
  text: string,
  language: Language = 'dockerfile',
  mirrors: readonly string[] = [],
): Promise<CommandFacts> {
  const { service, document } = opened(text, language);
  const facts = await service.commandFacts(document, { ...defaultSettings, hardenedImageMirrors: mirrors });
  assert.ok(facts);
  return facts;
}

describe('what commands are told of a Dockerfile', () => {
  const text =
    'FROM dhi.io/python:3.13-debian13-dev AS build\nCOPY --from=ghcr.io/astral-sh/uv:0.12 /uv /bin/\nFROM dhi.io/uv:0.12-debian13\nWORKDIR /srv\n';

  it('are its stages and sources, with the text that belongs to each', async () => {
    const { subjects, workdir } = await factsOf(text);
    assert.deepEqual(
      subjects.map(({ kind, image, runs, uv, entrypoint, span }) => [
        kind,
        image,
        runs,
        uv,
        entrypoint,
        text.slice(span.start, span.start + 4),
      ]),
      [
        ['stage', 'dhi.io/python:3.13-debian13-dev', false, false, 'absent', 'FROM'],
        ['source', 'ghcr.io/astral-sh/uv:0.12', false, true, 'unknown', 'ghcr'],
        ['stage', 'dhi.io/uv:0.12-debian13', true, false, 'known', 'FROM'],
      ],
    );
    assert.equal(workdir, '/srv');
  });

  for (const [image, shells] of [
    ['dhi.io/python:3.13-debian13', ['dhi.io/busybox:1.37-debian13', 'busybox:1.37-uclibc']],
    ['dhi.io/python:3.13-alpine3.23', ['dhi.io/busybox:1.37-alpine3.23', 'busybox:1.37-uclibc']],
    ['dhi.io/static:20250419-debian13', ['busybox:1.37-uclibc']],
    ['example.com/own:1', ['busybox:1.37-uclibc']],
  ] as const)
    it(`lend ${image} a shell that it can run`, async () => {
      const { subjects } = await factsOf(`FROM ${image}\n`);
      assert.deepEqual(subjects[0]?.shells, shells);
    });

  it('know images to work with', async () => {
    const { tools } = await factsOf(text);
    assert.deepEqual(tools, {
      openscap: ['dhi.io/openscap:1.4-debian13-dev'],
      buildkit: ['dhi.io/buildkit:0.32-debian13'],
      uv: ['dhi.io/uv:0.12-debian13', 'dhi.io/uv:0.12-debian12'],
    });
  });

  it('take them from the mirror of the settings, a repository of Docker Hub with its prefix', async () => {
    const { tools } = await factsOf(text, 'dockerfile', ['registry.example.com/dhi/', 'acme']);
    assert.deepEqual(tools.buildkit, [
      'registry.example.com/dhi/buildkit:0.32-debian13',
      'acme/dhi-buildkit:0.32-debian13',
      'dhi.io/buildkit:0.32-debian13',
    ]);
  });

  it('take them first from where the file takes its own', async () => {
    const { subjects, tools } = await factsOf('FROM acme/dhi-python:3.13-debian13\n', 'dockerfile', [
      'other',
    ]);
    assert.equal(tools.buildkit[0], 'acme/dhi-buildkit:0.32-debian13');
    assert.equal(subjects[0]?.shells[0], 'acme/dhi-busybox:1.37-debian13');
  });
});

describe('what commands are told of a Compose file', () => {
  const text = [
    'services:',
    '  web:',
    '    image: dhi.io/nginx:1.29-debian13',
    '  api:',
    '    build: .',
    '    container_name: the-api',
    '    develop:',
    '      watch:',
    '        - { action: rebuild, path: . }',
    '  job:',
    '    image: ${JOB_IMAGE}',
    '',
  ].join('\n');

  it('are its services, with the containers that Compose makes of them', async () => {
    const { subjects, project } = await factsOf(text, 'compose');
    assert.equal(project, 'w');
    assert.deepEqual(
      subjects.map(({ service, image, container, watches }) => [service, image, container, watches]),
      [
        ['web', 'dhi.io/nginx:1.29-debian13', 'w-web-1', false],
        ['api', 'w-api', 'the-api', true],
        ['job', undefined, 'w-job-1', false],
      ],
    );
  });

  it('follow the name of the project', async () => {
    const named = await factsOf(`name: shop\n${text}`, 'compose');
    assert.equal(named.project, 'shop');
    assert.equal(named.subjects[0]?.container, 'shop-web-1');
    const unknown = await factsOf(`name: \${NAME}\n${text}`, 'compose');
    assert.equal(unknown.project, undefined);
    assert.equal(unknown.subjects[0]?.container, undefined);
  });
});

describe('a debug sidecar', () => {
  async function withSidecar(
    text: string,
    image = 'dhi.io/busybox:1.37-debian13',
  ): Promise<string | undefined> {
    const { service, document } = opened(text, 'compose');
    const edits = await service.debugSidecar(document, defaultSettings, 'web', image);
    return edits && applyEdits(text, edits);
  }
  const text = 'services:\n  web:\n    image: dhi.io/python:3.13-debian13\n    read_only: true\n';

  it('stands beside its service, with its user, and nothing new is found', async () => {
    const after = await withSidecar(text);
    assert.ok(after);
    assert.match(after, /^ {2}web-debug:\n {4}image: dhi\.io\/busybox:1\.37-debian13\n/m);
    assert.match(
      after,
      /^ {4}pid: service:web\n {4}network_mode: service:web\n {4}user: ["']?65532:65532["']?\n/m,
    );
    const rules = (of: string) => look('compose', of).map(({ rule }) => rule);
    assert.deepEqual(rules(after), rules(text));
  });

  it('takes a name that is free', async () => {
    const once = await withSidecar(text);
    assert.match((await withSidecar(once ?? '')) ?? '', /^ {2}web-debug-2:$/m);
  });

  it('is not written for an image that is none, or into a file that is no YAML', async () => {
    assert.equal(await withSidecar(text, 'x\n    privileged: true'), undefined);
    assert.equal(await withSidecar(`${text}  bad: [\n`), undefined);
  });
});

describe('the .dockerignore of a Dockerfile', () => {
  const text = 'FROM python:3.13\nCOPY . .\n';

  it('is created where there is none', async () => {
    const { service, document } = opened(text, 'dockerfile', { 'pyproject.toml': '' });
    const file = await service.ignoreFile(document, defaultSettings);
    assert.ok(file !== undefined && 'create' in file);
    const [other] = file.create.others ?? [];
    assert.equal(other?.uri, 'file:///w/.dockerignore');
    assert.match(applyEdits('', other.edits), /^\*\*\/\.venv$/m);
  });

  it('is named where there is one', async () => {
    const { service, document } = opened(text, 'dockerfile', { '.dockerignore': '.git\n' });
    assert.deepEqual(await service.ignoreFile(document, defaultSettings), {
      present: 'file:///w/.dockerignore',
    });
  });

  it('is not known for a Compose file', async () => {
    const { service, document } = opened('services: {}\n', 'compose');
    assert.equal(await service.ignoreFile(document, defaultSettings), undefined);
  });
});
