import assert from 'node:assert/strict';
import { migrated, outputOf } from './fixture';

/** The second stage is split, because a Compose file builds it; the others copy from stages by their numbers. */
function after(files: string, others: string, name = ''): string {
  const text = [
    'FROM debian:13-slim',
    'RUN touch /tool',
    `FROM python:3.12-slim${name}`,
    'COPY requirements.txt .',
    'RUN pip install -r requirements.txt',
    files,
    'CMD ["python", "app.py"]',
    others,
    '',
  ].join('\n');
  return outputOf(text, migrated(text, { targets: ['1'] })) ?? '';
}

describe('numbers of stages past a split', () => {
  it('become names from the new stage on, and stay above it', () => {
    const output = after(
      'COPY --from=0 /tool /tool',
      'FROM debian:13-slim\nCOPY --from=0 /tool /tool\nCOPY --from=1 /app /app\nCMD ["/tool"]',
    );
    assert.match(output, /^FROM dhi\.io\/python:3\.12-debian13-dev AS builder$/m);
    assert.match(output, /^FROM dhi\.io\/python:3\.12-debian13 AS stage-1$/m);
    assert.match(output, /^COPY --from=stage-1 (?:--chown=\S+ )?\/app \/app$/m);
    assert.equal(output.match(/^COPY --from=0 \/tool \/tool$/gm)?.length, 2);
  });

  it('become the names that stages have already', () => {
    const output = after('', 'FROM debian:13-slim\nCOPY --from=1 /app /app\nCMD ["/app"]', ' AS web');
    assert.match(output, /^FROM dhi\.io\/python:3\.12-debian13 AS web$/m);
    assert.match(output, /^COPY --from=web \/app \/app$/m);
  });

  it('give a name to a stage below that has none, in stages that do not ship too', () => {
    const output = after(
      '',
      [
        'from debian:13-slim',
        'RUN touch /made',
        'FROM debian:13-slim AS tests',
        'COPY --from=2 /made /made',
        'FROM debian:13-slim',
        'COPY --from=2 /made /made',
        'CMD ["/made"]',
      ].join('\n'),
    );
    assert.match(output, /^from dhi\.io\/debian-base:\S+ as stage-2$/m);
    assert.equal(output.match(/^COPY --from=stage-2 \/made \/made$/gm)?.length, 2);
  });

  it('are part of the step that splits, which would not build without', () => {
    const text =
      'FROM python:3.12-slim\nRUN pip install flask==3.1.2\nFROM debian:13-slim\nCOPY --from=0 /app /app\nCMD ["/app"]\n';
    const result = migrated(text, { targets: ['0'] });
    assert.ok(result.kind === 'plan');
    const [split] = result.steps;
    assert.equal(split?.id, 'split');
    assert.ok(split.parts?.some(({ title }) => title === 'Use stages by their names'));
    assert.ok(split.edits.some(({ newText }) => newText === 'stage-0'));
  });

  it('stay where nothing is split', () => {
    const text =
      'FROM golang:1.26 AS a\nRUN go version\nFROM debian:13-slim\nCOPY --from=0 /app /app\nCMD ["/app"]\n';
    assert.match(outputOf(text, migrated(text, {})) ?? '', /^COPY --from=0 \/app \/app$/m);
  });
});
