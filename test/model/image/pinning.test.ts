import assert from 'node:assert/strict';
import { pinningOf } from '../../../server/src/image/pinning';
import { parseReference } from '../../../server/src/image/reference';
import { proposedTag } from '../../../server/src/image/release-lines';

describe('pinningOf', () => {
  const digest = `@sha256:${'0'.repeat(64)}`;
  for (const [text, expected] of [
    ['python', 'none'],
    ['localhost:5000/python', 'none'],
    ['python:latest', 'floating'],
    ['debian:stable-slim', 'floating'],
    ['app:latest-alpine', 'floating'],
    ['python:3.14', 'tag'],
    ['python:mainline', 'tag'],
    [`python${digest}`, 'digest'],
    [`python:latest${digest}`, 'digest'],
  ] as const)
    it(`takes ${text} for ${expected}`, () => {
      const parsed = parseReference(text);
      assert.ok('reference' in parsed);
      assert.equal(pinningOf(parsed.reference), expected);
    });
});

describe('proposedTag', () => {
  it('knows official images only', () => {
    assert.equal(proposedTag('docker.io/library/python'), '3.14');
    assert.equal(proposedTag('docker.io/somebody/python'), undefined);
    assert.equal(proposedTag('docker.io/library/constructor'), undefined);
  });
});
