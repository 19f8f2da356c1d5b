import assert from 'node:assert/strict';
import { type Surroundings } from '../support/context';
import { look } from '../support/look';
import { migrated, outputOf } from './fixture';

function output(lines: readonly string[], around: Surroundings = {}): string {
  const text = `${lines.join('\n')}\n`;
  const result = migrated(text, around);
  const after = outputOf(text, result);
  assert.ok(after !== undefined, JSON.stringify(result));
  const rules = look('dockerfile', after, { around }).map(({ rule }) => rule);
  assert.deepEqual(
    rules.filter((rule) => rule.startsWith('dhi-') || rule === 'copy-whole-stage'),
    [],
  );
  return after;
}

function refusal(lines: readonly string[]): string {
  const result = migrated(`${lines.join('\n')}\n`, {});
  assert.ok(result.kind === 'refusal', JSON.stringify(result));
  return result.reasons.join(' ');
}

describe('corners of the migration', () => {
  it('what is copied to the root of the image is not taken for the whole system', () => {
    const after = output(['FROM golang:1.26', 'COPY . .', 'RUN make', 'CMD ["./server"]']);
    assert.match(after, /^FROM dhi\.io\/golang:\S+-dev AS builder$/m);
    assert.doesNotMatch(after, / \/ \/$/m);
  });

  it('a volume is made for its user where something else is copied to the root', () => {
    const after = output([
      'FROM ruby:3.4-slim',
      'COPY Gemfile Gemfile.lock /',
      'RUN bundle install',
      'VOLUME /data',
      'CMD ["bundle", "exec", "puma"]',
    ]);
    assert.match(after, /^COPY --from=builder --chown=65532:65532 \/data \/data$/m);
  });

  it('a proxy that was told by its image where its configuration lies is told by CMD', () => {
    const after = output(['FROM haproxy:3.2', 'COPY haproxy.cfg /usr/local/etc/haproxy/haproxy.cfg']);
    assert.match(after, /^CMD \["-f", "\/usr\/local\/etc\/haproxy\/haproxy\.cfg"\]$/m);
  });

  for (const [name, run, left] of [
    [
      'beside others',
      'RUN apt-get update && apt-get install -y ca-certificates gcc',
      'RUN apt-get update && apt-get install -y gcc',
    ],
    ['alone', 'RUN apt-get update && apt-get install -y ca-certificates', undefined],
  ] as const)
    it(`certificates are not installed where only a build needs them, ${name}`, () => {
      const after = output([
        'FROM debian:13-slim AS build',
        run,
        'RUN gcc -static -o /hello hello.c',
        'FROM debian:13-slim',
        'COPY --from=build /hello /hello',
        'CMD ["/hello"]',
      ]);
      assert.equal(/^RUN apt-get.*$/m.exec(after)?.[0], left);
    });

  it('uv that installs at the start keeps the file as it is', () => {
    const lines = [
      'FROM ghcr.io/astral-sh/uv:python3.13-trixie-slim',
      'COPY . .',
      'CMD ["uv", "run", "stock-api"]',
    ];
    assert.match(refusal(lines), /nothing in the build installs what that needs/);
  });

  it('a name of a build argument may hold anything', () => {
    const after = output([
      'FROM python:3.12-slim',
      'ARG g++',
      'RUN pip install flask==3.1.2',
      'CMD ["flask", "run"]',
    ]);
    assert.match(after, /^ARG g\+\+$/m);
  });

  for (const [name, lines, reason] of [
    ['an instruction that nobody knows', ['FROM python:3.12-slim', 'COPI . .'], /^Line 2 begins with `COPI`/],
    [
      'a line that goes on',
      ['FROM python:3.12-slim', 'RUN make && \\', '# the end'],
      /^The last instruction goes on/,
    ],
    [
      'a heredoc without an end',
      ['FROM python:3.12-slim', 'RUN <<EOF', 'make'],
      /^The last instruction goes on/,
    ],
  ] as const)
    it(`${name} keeps the file as it is`, () => assert.match(refusal(lines), reason));

  it('stages that ship side by side have steps with names of their own', () => {
    const text = [
      'FROM python:3.12-slim AS web',
      'RUN pip install flask==3.1.2',
      'CMD ["flask", "run"]',
      'FROM python:3.12-slim AS worker',
      'RUN pip install celery==5.5.3',
      'CMD ["celery", "worker"]',
      '',
    ].join('\n');
    const result = migrated(text, { targets: ['web'] });
    assert.ok(result.kind === 'plan');
    const ids = result.steps.map(({ id }) => id);
    assert.deepEqual(ids.slice(0, 2), ['split', 'split-2']);
    assert.deepEqual(ids, [...new Set(ids)]);
  });
});
