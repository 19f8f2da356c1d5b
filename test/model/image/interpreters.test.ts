import assert from 'node:assert/strict';
import { catalogImage } from '../../../server/src/image/catalog/catalog';
import { imageFacts } from '../../../server/src/image/facts';
import {
  imageNode,
  imagePythons,
  packagedPython,
  type Interpreter,
} from '../../../server/src/image/interpreters';
import { parseReference, type ImageReference } from '../../../server/src/image/reference';
import { valueOf, type Known } from '../../../server/src/text/known';

function reference(text: string): ImageReference {
  const parsed = parseReference(text);
  assert.ok('reference' in parsed, text);
  return parsed.reference;
}

function shown(interpreter: Interpreter): string {
  return `${interpreter.folder} ${valueOf(interpreter.version) ?? '?'}`;
}

function pythons(text: string): readonly string[] | undefined {
  const image = reference(text);
  return valueOf(imagePythons(image, imageFacts(image)))?.map(shown);
}

describe('the Pythons of an image', () => {
  const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['python:3.12-slim', ['/usr/local/bin 3.12']],
    ['python:3.12.4-alpine3.20', ['/usr/local/bin 3.12']],
    ['python:3.12-bookworm', ['/usr/local/bin 3.12', '/usr/bin 3.11']],
    ['python:3.14', ['/usr/local/bin 3.14', '/usr/bin ?']],
    ['python:3-slim', ['/usr/local/bin ?']],
    ['python:slim', ['/usr/local/bin ?']],
    ['public.ecr.aws/docker/library/python:3.13-slim', ['/usr/local/bin 3.13']],
    ['python:3.12-windowsservercore-ltsc2022', undefined],
    ['ghcr.io/astral-sh/uv:0.12.5', []],
    ['ghcr.io/astral-sh/uv', []],
    ['ghcr.io/astral-sh/uv:bookworm-slim', []],
    ['ghcr.io/astral-sh/uv:0.9-alpine3.22', []],
    ['ghcr.io/astral-sh/uv:0.9.17-bookworm', ['/usr/bin 3.11']],
    ['ghcr.io/astral-sh/uv:python3.12-bookworm-slim', ['/usr/local/bin 3.12']],
    ['ghcr.io/astral-sh/uv:0.9.17-python3.13-trixie', ['/usr/local/bin 3.13', '/usr/bin 3.13']],
    [
      'ghcr.io/astral-sh/uv@sha256:2381d6aa60c326b71fd40023f921a0a3b8f91b14d5db6b90402e65a635053709',
      undefined,
    ],
    ['debian:trixie-slim', []],
    ['ubuntu:24.04', []],
    ['alpine', []],
    ['gcr.io/distroless/python3-debian12:nonroot', ['/usr/bin 3.11']],
    ['gcr.io/distroless/python3', ['/usr/bin ?']],
    ['gcr.io/distroless/static-debian12', []],
    ['cgr.dev/chainguard/python:latest', ['/usr/bin ?']],
    ['dhi.io/python:3.12-debian13', ['/usr/bin 3.12']],
    ['dhi.io/python:3.12', ['/usr/bin 3.12']],
    ['dhi.io/python:3.12-dev', ['/usr/bin 3.12']],
    ['dhi.io/python:3.12-debian12-dev', ['/opt/python/bin 3.12']],
    ['dhi.io/python:3.12-alpine3.22', ['/opt/python/bin 3.12']],
    ['acme/dhi-python:3.13-alpine3.24-dev', ['/usr/bin 3.13']],
    ['dhi.io/python:3.12.1-debian12', ['/opt/python/bin 3.12']],
    ['dhi.io/python:3.12-debian11', undefined],
    ['dhi.io/python@sha256:2381d6aa60c326b71fd40023f921a0a3b8f91b14d5db6b90402e65a635053709', undefined],
    ['dhi.io/uv:0-debian13-dev', []],
    ['dhi.io/static:20250419-glibc', []],
    ['dhi.io/nginx:1.30', undefined],
    ['node:22', undefined],
    ['example/python:3.12', undefined],
  ];
  for (const [text, expected] of cases)
    it(text, () => {
      assert.deepEqual(pythons(text), expected);
    });

  it('follows the distribution in all hardened tags', () => {
    const folders = new Map<string, Set<string>>();
    for (const { tag, system } of catalogImage('python')?.tags.values() ?? []) {
      const [own, ...others] = pythons(`dhi.io/python:${tag}`) ?? [];
      assert.deepEqual(others, [], tag);
      const folder = own?.split(' ')[0] ?? 'unknown';
      folders.set(system, (folders.get(system) ?? new Set()).add(folder));
    }
    assert.deepEqual(Object.fromEntries([...folders].map(([system, found]) => [system, [...found]])), {
      debian13: ['/usr/bin'],
      debian12: ['/opt/python/bin'],
      'alpine3.22': ['/opt/python/bin'],
      'alpine3.23': ['/usr/bin'],
      'alpine3.24': ['/usr/bin'],
    });
  });
});

describe('the Node of an image', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['node:22-alpine', '/usr/local/bin 22'],
    ['node:22.11.0', '/usr/local/bin 22'],
    ['node:lts', '/usr/local/bin ?'],
    ['gcr.io/distroless/nodejs22-debian12', '/nodejs/bin 22'],
    ['dhi.io/node:24-debian13', '/usr/bin 24'],
    ['dhi.io/node:22-debian12-dev', '/usr/local/bin 22'],
    ['dhi.io/python:3.12', undefined],
    ['debian:12', undefined],
  ];
  for (const [text, expected] of cases)
    it(text, () => {
      const image = reference(text);
      const node: Known<Interpreter> = imageNode(image, imageFacts(image));
      assert.equal(node.state === 'known' ? shown(node.value) : undefined, expected);
    });
});

it('the package python3 has the version of the release', () => {
  const versions = ['debian:12-slim', 'debian:trixie', 'debian', 'ubuntu:24.04', 'node:22-bookworm'].map(
    (text) => {
      const image = reference(text);
      return valueOf(packagedPython(image, imageFacts(image)));
    },
  );
  assert.deepEqual(versions, ['3.11', '3.13', undefined, undefined, '3.11']);
});
