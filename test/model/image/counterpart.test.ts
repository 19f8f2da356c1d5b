import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { catalogTag } from '../../../server/src/image/catalog/catalog';
import { counterpartOf } from '../../../server/src/image/counterpart/counterpart';
import { type Counterpart, type NoCounterpart, type Role } from '../../../server/src/image/counterpart/model';
import { type ImageChange } from '../../../server/src/image/image-change';
import { parseReference, type ImageReference } from '../../../server/src/image/reference';

interface Example {
  readonly runtime?: string;
  readonly noRuntime?: string;
  readonly build?: string;
  readonly noBuild?: string;
  /** Of both roles. */
  readonly flags?: readonly string[];
}

const file = new URL('../../fixtures/catalog/counterpart-examples.json', import.meta.url);
const examples = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, Example>>;

describe('hardened counterparts', () => {
  for (const [name, tags] of Object.entries(examples))
    it(`of ${name}`, () => {
      for (const [tag, example] of Object.entries(tags)) {
        const upstream = reference(tag === '' ? name : `${name}:${tag}`);
        const [runtime, build] = [counterpartOf(upstream, 'runtime'), counterpartOf(upstream, 'build')];
        assert.equal(row(runtime), example.runtime ?? example.noRuntime, `runtime of ${upstream.text}`);
        assert.equal(row(build), example.build ?? example.noBuild, `build of ${upstream.text}`);
        const flags = (example.flags ?? []).map((flag) => flag.replace(/^(assumed:.*)-dev$/, '$1'));
        assert.deepEqual(flagsOf([runtime, build]), [...flags].sort(), `flags of ${upstream.text}`);
      }
    });

  const rows: [string, Role, string][] = [
    ['python:3.12', 'build', 'dhi.io/python:3.12-debian13-dev'],
    ['docker.io/library/python:3.12', 'build', 'dhi.io/python:3.12-debian13-dev'],
    ['public.ecr.aws/docker/library/python:3.12', 'runtime', 'dhi.io/python:3.12-debian13'],
    ['mirror.gcr.io/library/python:3.12', 'runtime', 'dhi.io/python:3.12-debian13'],
    ['mirror.gcr.io/python:3.12', 'runtime', 'dhi.io/python:3.12-debian13'],
    ['python:3.12@sha256:' + '0'.repeat(64), 'runtime', 'dhi.io/python:3.12-debian13'],
    ['python@sha256:' + '0'.repeat(64), 'runtime', 'undefined'],
    ['dhi.io/python:3.12', 'runtime', 'undefined'],
    ['acme/dhi-python:3.12', 'runtime', 'undefined'],
    ['acme/python:3.12', 'runtime', 'undefined'],
    ['python', 'runtime', 'dhi.io/python:3.14-debian13'],
    ['scratch', 'runtime', 'dhi.io/static:20250419-debian13'],
    ['scratch', 'build', 'no-build-variant'],
    ['ubuntu:24.04', 'runtime', 'no-counterpart'],
    ['bitnami/redis:8', 'runtime', 'no-counterpart'],
    ['registry.access.redhat.com/ubi9/python-312:1', 'runtime', 'no-counterpart'],
    ['python:3.12-windowsservercore-ltsc2022', 'runtime', 'windows'],
    ['node:constructor', 'runtime', 'unknown-word:constructor'],
    ['maven:3.9-eclipse-temurin-21', 'runtime', 'build-only'],
    ['maven:3.9-eclipse-temurin-21', 'build', 'dhi.io/maven:3.9-jdk21-debian13-dev'],
  ];
  for (const [text, role, expected] of rows)
    it(`${role} of ${text}`, () => assert.equal(row(counterpartOf(reference(text), role)), expected));

  it('names what the last stage stands on instead, and what is nearest', () => {
    const golang = counterpartOf(reference('golang:1.26'), 'build');
    assert.deepEqual(golang?.finalInstead, ['static']);
    assert.deepEqual(counterpartOf(reference('maven:3.9'), 'runtime')?.finalInstead, ['eclipse-temurin']);
    assert.deepEqual(counterpartOf(reference('ubuntu:24.04'), 'runtime'), {
      reason: 'no-counterpart',
      nearest: 'debian-base',
      finalInstead: [],
    });
  });

  it('says what changes, with both sides of it', () => {
    const changes = (text: string): readonly ImageChange[] | undefined => {
      const found = counterpartOf(reference(text), 'runtime');
      return found !== undefined && 'tag' in found ? found.changes : undefined;
    };
    assert.deepEqual(changes('nginx:1.31-alpine3.20'), [
      { kind: 'system', from: 'alpine3.20', to: 'alpine3.24' },
    ]);
    assert.deepEqual(changes('valkey/valkey:9-alpine'), [{ kind: 'libc', from: 'musl', to: 'glibc' }]);
    assert.deepEqual(changes('python:3.12.7-slim-bookworm'), [
      { kind: 'version', from: '3.12.7', to: '3.12' },
    ]);
    assert.deepEqual(changes('ubuntu:24.04'), undefined);
  });

  it('ends soon whatever the tag is', () => {
    const parts = [
      '1u',
      '1.',
      '-',
      '3.1-',
      'a',
      'jdk1',
      '-alpine3.1',
      '8u1-b1',
      '1.1.',
      '-debian',
      '-python',
    ];
    for (const name of Object.keys(examples))
      for (const part of parts)
        for (const tag of ['x', '1'].map((first) => first + part.repeat(126 / part.length) + '_'))
          for (const role of ['runtime', 'build'] as const)
            assert.doesNotThrow(() => counterpartOf(reference(`${name}:${tag}`), role));
  });
});

function reference(text: string): ImageReference {
  const parsed = parseReference(text);
  assert.ok('reference' in parsed, text);
  return parsed.reference;
}

/** The reference, which must be listed, or the reason that there is none. */
function row(found: Counterpart | NoCounterpart | undefined): string {
  if (found === undefined) return 'undefined';
  if ('reason' in found) return found.reason;
  assert.equal(found.listed, catalogTag(found.repository, found.tag));
  assert.ok(found.listed);
  return found.reference;
}

function flagsOf(both: readonly (Counterpart | NoCounterpart | undefined)[]): readonly string[] {
  const changes = both.flatMap((found) => (found !== undefined && 'tag' in found ? found.changes : []));
  return [...new Set(changes.map(flagOf))].sort();
}

function flagOf(change: ImageChange): string {
  switch (change.kind) {
    case 'version':
      return `version:${change.from}>${change.to}`;
    case 'libc':
      return 'libc-changes';
    case 'system':
      return `os:${change.from}>${change.to}`;
    case 'distribution':
      return `other-distribution:${change.from}`;
    case 'jdk-to-jre':
      return 'jdk>jre';
    case 'assumed':
      return `assumed:${change.what}`;
    case 'dropped':
      return `dropped:${change.word}`;
    case 'tag-scheme':
      return 'tag-scheme-differs';
    case 'note':
      return change.note;
    default:
      return change.kind;
  }
}
