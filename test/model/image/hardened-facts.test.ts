import assert from 'node:assert/strict';
import { imageFacts, type ImageFacts, type ImageSettings } from '../../../server/src/image/facts';
import { isHardened } from '../../../server/src/image/hardened-name';
import { parseReference, type ImageReference } from '../../../server/src/image/reference';
import { valueOf, type Known } from '../../../server/src/text/known';

function reference(text: string): ImageReference {
  const parsed = parseReference(text);
  assert.ok('reference' in parsed, text);
  return parsed.reference;
}

function facts(text: string, settings?: ImageSettings): ImageFacts {
  return imageFacts(reference(text), settings);
}

function show(fact: Known<unknown> | undefined): string {
  if (fact?.state === 'known') return String(fact.value);
  return fact?.state === 'absent' ? '-' : '?';
}

/** variant, user, is root, shell, package manager, libc */
function row(text: string): string {
  const { hardened, user, isRoot, shell, packageManager, libc } = facts(text);
  return [hardened?.variant, user, isRoot, shell, packageManager, libc].map(show).join(' ');
}

describe('imageFacts of hardened images', () => {
  const rows: Record<string, string> = {
    'dhi.io/python:3.12': 'runtime nonroot false - none glibc',
    'dhi.io/python:3.12-debian13': 'runtime nonroot false - none glibc',
    'dhi.io/python:3.12-alpine3.24': 'runtime nonroot false - none musl',
    'dhi.io/python:3.12-debian13-dev': 'dev root true /bin/sh apt glibc',
    'dhi.io/python:3.12-alpine3.24-sfw-dev': 'dev root true /bin/sh apk musl',
    'dhi.io/python:3.12-dev': 'dev root true /bin/sh apt glibc',
    'dhi.io/python:3.12-fips': 'runtime nonroot false - none glibc',
    'dhi.io/python:3.12.1-debian12-dev': 'dev root true /bin/sh apt glibc',
    'dhi.io/python:3.12-alpine3.19': 'runtime nonroot false - none musl',
    'dhi.io/python:3.12-strange': 'runtime ? ? ? ? ?',
    'dhi.io/python': '? ? ? ? ? ?',
    'dhi.io/node:24': 'runtime node false - none glibc',
    'dhi.io/nginx:1.31-debian13': 'runtime nginx false - none glibc',
    'dhi.io/nginx:1.31-alpine3.24': 'runtime nginx false /bin/sh none musl',
    'dhi.io/nginx:1.31-debian13-compat': 'runtime nginx false /bin/sh none glibc',
    'dhi.io/postgres:17': 'runtime postgres false /bin/sh none glibc',
    'dhi.io/golang:1.26': 'runtime nonroot false /bin/sh none glibc',
    'dhi.io/docker:29-cli': 'runtime root true - none glibc',
    'dhi.io/dotnet:10': 'runtime nonroot false - none glibc',
    'dhi.io/dotnet:10-sdk': 'runtime root true /bin/sh apt glibc',
    'dhi.io/dotnet:10-sdk-alpine3.24': 'runtime root true /bin/sh apk musl',
    'dhi.io/gradle:9-jdk21-dev': 'dev root true /bin/sh none glibc',
    'dhi.io/static:20250419': 'runtime nonroot false - none none',
    'dhi.io/static:20250419-glibc-debian13': 'runtime nonroot false - none glibc',
    'dhi.io/static:20260611-musl-alpine3.24': 'runtime nonroot false - none musl',
    'dhi.io/alpine-base:3.24': 'runtime nonroot false /bin/sh none musl',
    'dhi.io/debian-base:bookworm': 'runtime nonroot false /bin/sh apt glibc',
    'dhi.io/some-operator:1': 'runtime ? ? ? ? ?',
    'dhi.io/some-operator:1-dev': 'dev ? ? ? ? ?',
  };
  for (const [text, expected] of Object.entries(rows)) it(text, () => assert.equal(row(text), expected));

  const mirrors: [string, string[], string | undefined][] = [
    ['dhi.io/python:3.12', [], 'python'],
    ['acme/dhi-python:3.12', [], 'python'],
    ['docker.io/acme/dhi-python:3.12', [], 'python'],
    ['registry.example.com/a/b/dhi-python:3.12', [], 'python'],
    ['dhi-python:3.12', [], undefined],
    ['acme/python:3.12', [], undefined],
    ['registry.example.com/hardened/python:3.12', ['registry.example.com/hardened'], 'python'],
    ['registry.example.com/hardened/dhi-python:3.12', ['registry.example.com/hardened/'], 'python'],
    ['registry.example.com/hardened2/python:3.12', ['registry.example.com/hardened'], undefined],
    ['acme/python:3.12', ['acme'], 'python'],
    ['acme/python:3.12', ['docker.io/acme'], 'python'],
    ['acme/python:3.12', ['', '/'], undefined],
  ];
  for (const [text, hardenedImageMirrors, repository] of mirrors)
    it(`${text} with mirrors [${hardenedImageMirrors.join()}] is ${repository ?? 'no hardened image'}`, () => {
      const parsed = reference(text);
      assert.equal(imageFacts(parsed, { hardenedImageMirrors }).hardened?.repository, repository);
      assert.equal(isHardened(parsed, { hardenedImageMirrors }), repository !== undefined);
    });

  it('says that a variant is inferred from the tag', () => {
    assert.equal(facts('dhi.io/python:3.12').hardened?.inferred, false);
    assert.doesNotMatch(facts('dhi.io/python:3.12').source, /inferred/);
    assert.equal(facts('dhi.io/python:3.12.1').hardened?.inferred, true);
    assert.match(facts('dhi.io/python:3.12.1').source, /inferred from the shape of its tag/);
  });

  it('knows accounts and work dirs of well-known runtime images', () => {
    const node = facts('dhi.io/node:24');
    assert.deepEqual(valueOf(node.users), ['root', 'node']);
    assert.equal(valueOf(node.workdir), '/app');
    assert.equal(facts('dhi.io/node:24-dev').users.state, 'unknown');
  });
});
