import assert from 'node:assert/strict';
import { type ImageUse, type Inventory } from '../../server/src/service/inventory/model';
import { WorkspaceImages } from '../../server/src/service/inventory/workspace-images';
import { defaultSettings, type Settings } from '../../server/src/service/settings';
import { findDocuments } from '../../server/src/workspace/find-documents';
import { hostOf, type ProjectTexts } from '../support/project';

const today = '2026-11-21';

async function inventory(texts: ProjectTexts, settings: Partial<Settings> = {}): Promise<Inventory> {
  const host = hostOf(texts);
  const own = { ...defaultSettings, ...settings };
  const images = new WorkspaceImages(
    host,
    () => Promise.resolve(own),
    () => today,
  );
  return images.read(await findDocuments(host, ['file:///w']));
}

async function usesIn(texts: ProjectTexts, settings?: Partial<Settings>): Promise<readonly ImageUse[]> {
  return (await inventory(texts, settings)).files.flatMap(({ uses }) => uses);
}

/** `from ships final python:3.13`, and where it stands as line:column from 1. */
function said({ kind, role, owner, written, range: { start } }: ImageUse): string {
  return [kind, role, owner ?? '-', written, `${start.line + 1}:${start.character + 1}`].join(' ');
}

async function only(text: string, settings?: Partial<Settings>): Promise<ImageUse> {
  const [use, ...others] = await usesIn({ Dockerfile: text }, settings);
  assert.ok(use && others.length === 0, JSON.stringify(others));
  return use;
}

describe('the images that a workspace uses', () => {
  it('are those of stages, copies and mounts; stages, scratch and build contexts are none', async () => {
    const Dockerfile = [
      'ARG TAG=3.13',
      'FROM python:${TAG} AS build',
      'RUN --mount=from=busybox:1,target=/b --mount=from=deps,target=/d true',
      'FROM build AS more',
      'FROM scratch AS empty',
      'FROM debian:13-slim',
      'COPY --from=ghcr.io/astral-sh/uv:0.12 /uv /bin/',
      'COPY --from=build /a /b',
      'COPY --from=0 /a /b',
      'COPY --from=deps /a /b',
      '',
    ].join('\n');
    const compose =
      'services:\n  a:\n    build:\n      context: .\n      additional_contexts:\n        deps: ./d\n';
    assert.deepEqual((await usesIn({ Dockerfile, 'compose.yaml': compose })).map(said), [
      'from builds build python:${TAG} 2:6',
      'mount builds build busybox:1 3:18',
      'from ships - debian:13-slim 6:6',
      'copy builds - ghcr.io/astral-sh/uv:0.12 7:13',
    ]);
  });

  it('are those of services, of contexts and volumes, and of Dockerfiles inside', async () => {
    const compose = `services:
  db:
    image: "postgres:17"
    volumes:
      - type: image
        source: busybox:1
        target: /b
  web:
    image: acme/web:2
    build:
      context: .
      additional_contexts:
        base: docker-image://python:3.13
        near: ./near
      dockerfile_inline: |
        FROM base
        COPY --from=alpine:3 /a /b
  worker:
    image: docker.io/acme/web:2
`;
    assert.deepEqual((await usesIn({ 'compose.yaml': compose })).map(said), [
      'service ships db postgres:17 3:13',
      'volume ships db busybox:1 6:17',
      'context builds web python:3.13 13:30',
      'copy builds web alpine:3 15:26',
    ]);
  });

  it('leave out what a file elsewhere builds', async () => {
    const texts = {
      'base/compose.yaml': 'services:\n  base:\n    image: acme/base\n    build: .\n',
      'base/Dockerfile': 'FROM debian:13\n',
      'app/Dockerfile': 'FROM acme/base:latest AS a\nFROM acme/base:2\n',
    };
    assert.deepEqual(
      (await usesIn(texts)).map(({ written }) => written),
      ['acme/base:2', 'debian:13'],
    );
  });

  it('stand where they are written, once, when files build on each other', async () => {
    const texts = {
      '.env': 'PG=17\n',
      'compose.yaml': 'x-db: &db\n  image: postgres:${PG}\nservices:\n  a: *db\n  b: *db\n',
      'compose.override.yaml': 'services:\n  a:\n    image: redis:8\n',
    };
    const { files, counts } = await inventory(texts);
    assert.deepEqual(
      files.map(({ uri, uses }) => [
        uri,
        uses.map(({ reference, owner }) => `${reference ?? ''} ${owner ?? ''}`),
      ]),
      [
        ['file:///w/compose.override.yaml', ['redis:8 a']],
        ['file:///w/compose.yaml', ['postgres:17 b']],
      ],
    );
    assert.equal(counts.uses, 2);
  });

  const unclear: [text: string, written: string, isInvalid: boolean][] = [
    ['ARG BASE\nFROM ${BASE}\n', '${BASE}', false],
    ['ARG V\nFROM python:${V}-slim\n', 'python:${V}-slim', false],
    ['FROM Python:3\n', 'Python:3', true],
    ['FROM dhi.io/python:<tag>\n', 'dhi.io/python:<tag>', true],
  ];
  for (const [text, written, isInvalid] of unclear)
    it(`list ${written} as it is written, and say nothing of it`, async () => {
      const use = await only(text);
      assert.equal(use.written, written);
      assert.equal(use.isInvalid, isInvalid);
      assert.equal(use.reference, undefined);
      assert.equal(use.standing, undefined);
    });

  it('are counted by what they are, however they are written', async () => {
    const { counts } = await inventory({
      Dockerfile:
        'FROM python:3.13\nFROM docker.io/library/python:3.13\nFROM dhi.io/python:3.13\nFROM ${X}\n',
    });
    assert.deepEqual(counts, { uses: 4, images: 3, hardened: 1, notHardened: 1, unknown: 1 });
  });

  it('leave out files that the settings leave out', async () => {
    assert.deepEqual(await usesIn({ Dockerfile: 'FROM debian\n' }, { enable: false }), []);
  });
});

describe('what is known of an image', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const pinnings: [string, string][] = [
    ['debian', 'none'],
    ['debian:latest', 'floating'],
    ['debian:stable-slim', 'floating'],
    ['debian:13', 'tag'],
    [`debian:13@${digest}`, 'digest'],
    [`debian@${digest}`, 'digest'],
  ];
  for (const [image, pinning] of pinnings)
    it(`is how ${image.slice(0, 30)} is pinned: ${pinning}`, async () => {
      assert.equal((await only(`FROM ${image}\n`)).standing?.pinning, pinning);
    });

  it('are the facts of a hardened one, by whatever mirror', async () => {
    const expected = {
      pinning: 'tag',
      hardened: true,
      variant: 'runtime',
      user: 'nonroot 65532',
      system: 'Debian 13',
      endOfLife: { line: 'Python 3.12', date: '2028-10-31', hasEnded: false },
    };
    const { standing } = await only('FROM dhi.io/python:3.12-debian13\n');
    assert.deepEqual(standing, expected);
    const mirrored = await only('FROM reg.example/dhi/python:3.12-debian13-dev\n', {
      hardenedImageMirrors: ['reg.example/dhi'],
    });
    assert.equal(mirrored.standing?.hardened, true);
    assert.equal(mirrored.standing.variant, 'dev');
  });

  it('is the hardened counterpart for what the image is there for', async () => {
    const uses = await usesIn({
      Dockerfile: 'FROM python:3.12 AS build\nFROM python:3.12-slim\nCOPY --from=node:24 /a /b\n',
      'compose.yaml': 'services:\n  a:\n    image: nginx:1.31\n',
    });
    assert.deepEqual(
      uses.map(({ standing }) => standing?.counterpart),
      ['python:3.12-debian13-dev', 'python:3.12-debian13', 'node:24-debian13', 'nginx:1.31-debian13'].map(
        (name) => ({ reference: `dhi.io/${name}` }),
      ),
    );
  });

  it('is that there is none, and else is left open', async () => {
    assert.deepEqual((await only('FROM python:2.7\n')).standing?.counterpart, {
      none: 'version-not-in-catalogue',
    });
    const { standing } = await only('FROM registry.example/acme/app:1\n');
    assert.deepEqual(standing, { pinning: 'tag', hardened: false });
  });

  const ends: [string, string, string, boolean][] = [
    ['python:3.8', 'Python 3.8', '2024-10-07', true],
    ['python:3.12', 'Python 3.12', '2028-10-31', false],
    ['node:24-bookworm', 'Node.js 24', '2028-04-30', false],
    ['python:3.12-slim-buster', 'Debian 10', '2024-06-30', true],
  ];
  for (const [image, line, date, hasEnded] of ends)
    it(`is that ${line} of ${image} ${hasEnded ? 'has ended' : 'ends'} on ${date}`, async () => {
      assert.deepEqual((await only(`FROM ${image}\n`)).standing?.endOfLife, { line, date, hasEnded });
    });

  it('is no end of life where a tag moves on', async () => {
    assert.equal((await only('FROM python:3\n')).standing?.endOfLife, undefined);
  });
});

describe('the images of a workspace that changes', () => {
  const texts = {
    'a/Dockerfile': 'FROM debian:13\n',
    'b/Dockerfile': 'FROM alpine:3\n',
    'b/compose.yaml': 'services:\n  b:\n    build: .\n',
  };

  async function start() {
    const files: Record<string, string> = Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [`file:///w/${path}`, text]),
    );
    const host = hostOf({});
    const read: string[] = [];
    const changing = {
      ...host,
      readFile: (uri: string) => {
        read.push(uri.replace('file:///w/', ''));
        return Promise.resolve(files[uri]);
      },
      listFolder: (uri: string) =>
        hostOf(
          Object.fromEntries(Object.entries(files).map(([name, text]) => [name.slice(10), text])),
        ).listFolder(uri),
    };
    const images = new WorkspaceImages(
      changing,
      () => Promise.resolve(defaultSettings),
      () => today,
    );
    const wanted = await findDocuments(changing, ['file:///w']);
    const look = async (): Promise<readonly string[]> =>
      (await images.read(wanted)).files.flatMap(({ uses }) => uses.map(({ written }) => written));
    await look();
    read.splice(0);
    return { files, read, images, look, wanted };
  }

  it('are read again where something has changed that they hang on, and nowhere else', async () => {
    const { files, read, images, look } = await start();
    files['file:///w/a/Dockerfile'] = 'FROM ubuntu:24.04\n';
    assert.equal(images.forget('file:///w/a/Dockerfile'), true);
    assert.deepEqual(await look(), ['ubuntu:24.04', 'alpine:3']);
    assert.ok(read.includes('a/Dockerfile') && !read.includes('b/Dockerfile'), read.join());
    assert.equal(images.forget('file:///w/a/main.py'), false);
  });

  it('hang on the Compose file that builds them, and on one that comes', async () => {
    const { read, images, look } = await start();
    assert.equal(images.forget('file:///w/b/compose.yaml'), true);
    await look();
    assert.ok(read.includes('b/Dockerfile') && !read.includes('a/Dockerfile'), read.join());
    assert.equal(images.forget('file:///w/a/compose.yaml', true), true);
  });

  it('are known as far as they were read when nobody waits any more', async () => {
    const { images, wanted } = await start();
    images.forgetAll();
    let files = 0;
    const { counts } = await images.read(wanted, { isOver: () => files > 0, done: (done) => (files = done) });
    assert.deepEqual([files, counts.uses], [1, 1]);
  });
});
