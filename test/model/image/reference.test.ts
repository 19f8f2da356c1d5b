import assert from 'node:assert/strict';
import { isPlaceholder } from '../../../server/src/image/placeholder';
import { parseReference, type ImageReference } from '../../../server/src/image/reference';

function reference(text: string): ImageReference {
  const parsed = parseReference(text);
  assert.ok('reference' in parsed, text);
  return parsed.reference;
}

const SHA256 = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('parseReference', () => {
  const parts: [string, Partial<ImageReference>][] = [
    ['python', { path: 'python', name: 'python', repository: 'docker.io/library/python' }],
    ['python:3.12-slim', { name: 'python', tag: '3.12-slim', repository: 'docker.io/library/python' }],
    ['library/python', { path: 'library/python', repository: 'docker.io/library/python' }],
    ['docker.io/python', { registry: 'docker.io', path: 'python', repository: 'docker.io/library/python' }],
    ['index.docker.io/library/python', { repository: 'docker.io/library/python' }],
    ['acme/app', { path: 'acme/app', repository: 'docker.io/acme/app' }],
    [
      'ghcr.io/astral-sh/uv:0.5.1',
      {
        registry: 'ghcr.io',
        path: 'astral-sh/uv',
        name: 'ghcr.io/astral-sh/uv',
        repository: 'ghcr.io/astral-sh/uv',
        tag: '0.5.1',
      },
    ],
    ['localhost/app', { registry: 'localhost', path: 'app', repository: 'localhost/app' }],
    ['localhost:5000/a/b', { registry: 'localhost:5000', path: 'a/b', repository: 'localhost:5000/a/b' }],
    ['registry:5000/app:1', { registry: 'registry:5000', path: 'app', tag: '1' }],
    ['[2001:db8::1]:5000/app', { registry: '[2001:db8::1]:5000', path: 'app' }],
    ['Host/app', { registry: 'Host', path: 'app', repository: 'host/app' }],
    ['a__b/c.d-e--f', { path: 'a__b/c.d-e--f' }],
    [`python:3.12@${SHA256}`, { name: 'python', tag: '3.12', digest: SHA256 }],
    [`python@${SHA256}`, { name: 'python', digest: SHA256 }],
  ];
  for (const [text, expected] of parts)
    it(`reads ${text}`, () => {
      const found = reference(text);
      for (const key of ['registry', 'tag', 'digest'] as const)
        if (!(key in expected) && !text.startsWith('index.')) assert.equal(found[key], undefined, key);
      assert.deepEqual({ ...found, ...expected }, found);
      assert.equal(found.text, text);
    });

  it('gives the place of each part', () => {
    const text = `ghcr.io:443/a/b:1.2@${SHA256}`;
    const { nameSpan, tagSpan, digestSpan } = reference(text);
    assert.ok(tagSpan && digestSpan);
    assert.equal(text.slice(nameSpan.start, nameSpan.end), 'ghcr.io:443/a/b');
    assert.equal(text.slice(tagSpan.start, tagSpan.end), '1.2');
    assert.equal(text.slice(digestSpan.start, digestSpan.end), SHA256);
  });

  const faults: [string, string][] = [
    ['', 'empty'],
    [' ', 'empty'],
    ['Python', 'uppercase'],
    ['acme/App:1', 'uppercase'],
    ['python:', 'tag'],
    ['python:<tag>', 'tag'],
    ['python:-1', 'tag'],
    [`python:${'a'.repeat(129)}`, 'tag'],
    ['python@sha256:abc', 'digest'],
    ['python@', 'digest'],
    ['python@md5:0123456789abcdef0123456789abcdef', 'digest'],
    [`python@${SHA256}0`, 'digest'],
    [`python@${SHA256.toUpperCase()}`, 'digest'],
    ['my image', 'format'],
    ['-python', 'format'],
    ['a//b', 'format'],
    ['/a', 'format'],
    ['a/', 'format'],
    ['a..b', 'format'],
    ['ghcr.io/', 'format'],
    ['https://ghcr.io/a', 'format'],
    ['$IMAGE', 'format'],
    ['0123456789abcdef'.repeat(4), 'format'],
    [`a/${'b'.repeat(255)}`, 'format'],
  ];
  for (const [text, fault] of faults)
    it(`finds the fault ${fault} of '${text.slice(0, 40)}'`, () =>
      assert.deepEqual(parseReference(text), { fault }));

  for (const part of ['a', 'a-', 'a.', 'a/', ':', '@', 'a_', 'A.', '-', 'a@a:'])
    it(`comes to an end with "${part}" again and again`, () =>
      assert.deepEqual(parseReference(part.repeat(50_000)), {
        fault: part === 'a@a:' ? 'digest' : 'format',
      }));
});

describe('isPlaceholder', () => {
  const cases: [string, boolean][] = [
    ['dhi.io/python:<tag>', true],
    ['<your-namespace>/dhi-python:3.12', true],
    ['dhi.io/python:<dev-tag>', true],
    ['<version>', true],
    ['python:3.12', false],
    ['a<b', false],
    ['<>', false],
    ['a < b > c', false],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(isPlaceholder(text), expected));
});
