import assert from 'node:assert/strict';
import { createService } from '../../server/src/service/create';
import { imageHints } from '../../server/src/service/images/hints';
import { imageHover } from '../../server/src/service/images/hover';
import { imageLenses } from '../../server/src/service/images/lenses';
import { type ImageSite } from '../../server/src/service/images/sites';
import { defaultSettings } from '../../server/src/service/settings';
import { type Language } from '../../server/src/rules/rule';
import { memoryHost } from '../support/memory-host';

const uri = 'file:///project/Dockerfile';
let version = 0;

function document(text: string, language: Language = 'dockerfile') {
  return { uri, language, version: ++version, text };
}

const service = createService(memoryHost({}));

async function sites(text: string, language?: Language): Promise<readonly ImageSite[]> {
  return service.images(document(text, language), defaultSettings);
}

async function hover(text: string, language?: Language): Promise<string> {
  const [first] = await sites(text, language);
  return (first && imageHover(first)?.markdown) ?? '';
}

/** Labels of what is proposed at the `|`. */
async function proposed(marked: string, language?: Language): Promise<readonly string[]> {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = await service.imageCompletions(document(text, language), defaultSettings, offset);
  return found.map(({ label }) => label);
}

describe('images of a document', () => {
  it('are found in FROM, COPY, mounts and services', async () => {
    const dockerfile = await sites(
      'ARG TAG=3.12\nFROM python:${TAG} AS build\nRUN --mount=from=busybox:1,target=/b true\nFROM scratch\nCOPY --from=ghcr.io/astral-sh/uv:0.12 /uv /\nCOPY --from=build /a /b\n',
    );
    assert.deepEqual(
      dockerfile.map(({ image, use, verbatim }) => [image.text, use.kind, verbatim]),
      [
        ['python:3.12', 'base', false],
        ['busybox:1', 'source', true],
        ['ghcr.io/astral-sh/uv:0.12', 'source', true],
      ],
    );
    const text = 'services:\n  a:\n    image: "redis:8"\n  b:\n    build: .\n    image: own:1\n';
    const [redis, ...others] = await sites(text, 'compose');
    assert.equal(others.length, 0);
    assert.equal(redis && text.slice(redis.span.start, redis.span.end), 'redis:8');
  });

  it('are explained by the catalogue', async () => {
    const markdown = await hover('FROM dhi.io/python:3.12-debian12\n');
    assert.match(markdown, /Docker Hardened Image `Python`, runtime variant/);
    for (const row of [
      '| User | nonroot 65532 |',
      '| Shell | no shell |',
      '| C library | glibc (Debian 12) |',
      '| Command | `python3` |',
      '| End of life | 2028-10-31 |',
    ])
      assert.ok(markdown.includes(row), `${row}\n${markdown}`);
    assert.match(markdown, /Sibling tags \|.*`3.12-debian12-dev`/);
    assert.match(markdown, /Apache-2.0/);
    assert.match(
      await hover('FROM dhi.io/python:3.12.1\n'),
      /inferred: the catalogue does not list this tag/,
    );
    assert.match(await hover('FROM dhi.io/node:24\n'), /`\/app`, which uid 0 owns/);
  });

  it('are explained where they are not hardened, with the end of their own line and an address that stays whole', async () => {
    const markdown = await hover('FROM python:3.12-slim\n');
    assert.ok(markdown.includes('| End of life | 2028-10-'), markdown);
    assert.ok(
      markdown.endsWith('_Docker Official Image python: <https://hub.docker.com/_/python>_'),
      markdown,
    );
  });

  it('say no more of the system than is known', async () => {
    const markdown = await hover('FROM dhi.io/node:24.1.0-debian13-nope\n');
    assert.ok(markdown.includes('| Distribution | Debian 13 |'), markdown);
    assert.doesNotMatch(markdown, /C library/);
  });

  it('name the hardened counterpart for their role, and what changes with it', async () => {
    const markdown = await hover('FROM python:3.12.7-slim AS build\nFROM scratch\n');
    assert.match(
      markdown,
      /counterpart: `dhi.io\/python:3.12-debian13-dev` · to run: `dhi.io\/python:3.12-debian13`/,
    );
    assert.match(markdown, /release line 3.12/);
    assert.match(
      await hover('services:\n  a:\n    image: nginx:1.31\n', 'compose'),
      /`dhi.io\/nginx:1.31-debian13`/,
    );
  });

  it('of which nothing is known have no hover', async () => {
    assert.equal(await hover('FROM registry.example.com/a/b:1\n'), '');
    assert.equal(await hover('FROM ${BASE}\n'), '');
  });

  it('cannot write Markdown into a hover', async () => {
    const markdown = await hover('services:\n  a:\n    image: "dhi.io/nope`[x](command:y):1"\n', 'compose');
    assert.doesNotMatch(markdown, /\]\(command/);
  });
});

describe('hints behind FROM', () => {
  it('say variant, user, shell and C library', async () => {
    const text = 'FROM dhi.io/python:3.12 AS a\nFROM dhi.io/python:3.12-alpine3.24-dev\nFROM acme/x:1\n';
    assert.deepEqual(
      imageHints(await sites(text)).map((hint) => hint.text),
      ['runtime · nonroot 65532 · no shell · glibc', 'dev · root 0 · shell · musl'],
    );
  });
});

describe('lenses', () => {
  it('offer to debug and scan what runs, and the facts of every hardened stage', async () => {
    const text = 'FROM dhi.io/python:3.12-dev AS build\nFROM dhi.io/python:3.12\nFROM python:3.12 AS x\n';
    const lenses = imageLenses(await sites(text));
    assert.deepEqual(
      lenses.map(({ title, subject }) => `${subject.image} ${title}`),
      ['dhi.io/python:3.12-dev Facts', 'dhi.io/python:3.12 Facts'],
    );
    const compose = imageLenses(await sites('services:\n  db:\n    image: dhi.io/postgres:17\n', 'compose'));
    assert.deepEqual(
      compose.map(({ title, subject }) => `${subject.service ?? ''} ${title}`),
      ['db Debug with image mount', 'db STIG scan', 'db Facts'],
    );
  });
});

describe('completion of images', () => {
  it('proposes repositories, and tags for the role of the stage', async () => {
    const names = await proposed('FROM dhi.io/py|');
    assert.ok(names.includes('dhi.io/python') && names.includes('dhi.io/static'));
    const runtime = await proposed('FROM dhi.io/python:|\n');
    assert.equal(runtime[0], '3.14-debian13');
    const build = await proposed('FROM dhi.io/python:| AS build\nFROM scratch\n');
    assert.equal(build[0], '3.14-debian13-dev');
  });

  it('proposes versions of uv and the hardened twin of an upstream tag', async () => {
    assert.equal((await proposed('FROM scratch\nCOPY --from=ghcr.io/astral-sh/uv:| /uv /'))[0], '0.12.5');
    assert.deepEqual(await proposed('services:\n  a:\n    image: nginx:1.31|', 'compose'), [
      'dhi.io/nginx:1.31-debian13',
    ]);
  });

  it('proposes nothing elsewhere', async () => {
    assert.deepEqual(await proposed('FROM alpine\nRUN echo dhi.io/py|'), []);
    assert.deepEqual(await proposed('FROM ${BASE}|'), []);
    assert.deepEqual(await proposed('services:\n  a:\n    command: dhi.io/|', 'compose'), []);
  });
});
