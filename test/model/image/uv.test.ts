import assert from 'node:assert/strict';
import { parseReference } from '../../../server/src/image/reference';
import {
  isUvImage,
  newestUv,
  pinnedUvInstaller,
  pinnedUvTag,
  uvVersionOfInstaller,
} from '../../../server/src/image/uv';

function reference(text: string) {
  const parsed = parseReference(text);
  assert.ok('reference' in parsed, text);
  return parsed.reference;
}

describe('images of uv', () => {
  for (const [text, expected] of [
    ['ghcr.io/astral-sh/uv', true],
    ['astral/uv:latest', true],
    ['dhi.io/uv:0.12.5', true],
    ['registry.example.com/acme/dhi-uv', true],
    ['ghcr.io/astral-sh/ruff', false],
    ['uv', false],
  ] as const)
    it(`${text}: ${expected ? 'is one' : 'is none'}`, () => {
      assert.equal(isUvImage(reference(text)), expected);
    });

  for (const [text, expected] of [
    ['ghcr.io/astral-sh/uv', newestUv],
    ['ghcr.io/astral-sh/uv:latest', newestUv],
    ['ghcr.io/astral-sh/uv:alpine', `${newestUv}-alpine`],
    ['ghcr.io/astral-sh/uv:python3.13-trixie-slim', `${newestUv}-python3.13-trixie-slim`],
    ['ghcr.io/astral-sh/uv:0.9', undefined],
    ['ghcr.io/astral-sh/uv:0.9.17-alpine', undefined],
    [`ghcr.io/astral-sh/uv:latest@sha256:${'0'.repeat(64)}`, undefined],
  ] as const)
    it(`${text.slice(0, 50)}: proposes ${expected ?? 'nothing'}`, () => {
      assert.equal(pinnedUvTag(reference(text)), expected);
    });
});

describe('installers of uv', () => {
  for (const [url, pinned, version] of [
    ['https://astral.sh/uv/install.sh', `https://astral.sh/uv/${newestUv}/install.sh`, newestUv],
    ['https://astral.sh/uv/0.9.17/install.sh', undefined, '0.9.17'],
    [
      'https://github.com/astral-sh/uv/releases/latest/download/uv-installer.sh',
      `https://github.com/astral-sh/uv/releases/download/${newestUv}/uv-installer.sh`,
      newestUv,
    ],
    ['https://github.com/astral-sh/uv/releases/download/0.9.17/uv-installer.sh', undefined, '0.9.17'],
    ['https://astral.sh/ruff/install.sh', undefined, undefined],
  ] as const)
    it(url, () => {
      assert.equal(pinnedUvInstaller(url), pinned);
      assert.equal(uvVersionOfInstaller(url), version);
    });
});
