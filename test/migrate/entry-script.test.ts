import assert from 'node:assert/strict';
import { type Plan } from '../../server/src/migrate/plan';
import { migrated, outputOf } from './fixture';

const dockerfile = [
  'FROM python:3.12-slim',
  'WORKDIR /app',
  'COPY requirements.txt ./',
  'RUN pip install --no-cache-dir -r requirements.txt',
  'COPY docker-entrypoint.sh /usr/local/bin/',
  'COPY app.py ./',
  'ENTRYPOINT ["docker-entrypoint.sh"]',
  'CMD ["python", "app.py"]',
  '',
].join('\n');

const script = (...lines: readonly string[]): string => ['#!/bin/sh', 'set -e', ...lines, ''].join('\n');

function after(text: string, entry: string | undefined): { readonly plan: Plan; readonly output: string } {
  const files = ['requirements.txt', 'app.py', 'docker-entrypoint.sh'];
  const texts = entry === undefined ? {} : { 'docker-entrypoint.sh': entry };
  const plan = migrated(text, { files, texts, dockerignore: '' });
  assert.ok(plan.kind === 'plan', JSON.stringify(plan));
  const output = outputOf(text, plan) ?? '';
  const again = migrated(output, { files, texts, dockerignore: '' });
  assert.equal(outputOf(output, again), undefined, 'a second migration changes something');
  return { plan, output };
}

function refusal(text: string, entry: string | undefined): string {
  const result = migrated(text, {
    files: ['requirements.txt', 'app.py', 'docker-entrypoint.sh'],
    texts: entry === undefined ? {} : { 'docker-entrypoint.sh': entry },
  });
  assert.ok(result.kind === 'refusal', outputOf(text, result));
  return result.reasons.join(' ');
}

describe('an entry script', () => {
  it('that only hands over is left out, and CMD starts by itself', () => {
    const { output, plan } = after(dockerfile, script('echo "Starting"', 'exec "$@"'));
    assert.doesNotMatch(output, /^ENTRYPOINT/m);
    assert.match(output, /^CMD \["python", "app\.py"\]$/m);
    const step = plan.steps
      .flatMap((each) => [each, ...(each.parts ?? [])])
      .find(({ title }) => title.includes('instead of by'));
    assert.equal(step?.title, 'Start `python` itself instead of by `docker-entrypoint.sh`');
    assert.match(step.why, /What it printed is no longer printed/);
  });

  it('is still copied, with a comment and an entry in the plan', () => {
    const { output, plan } = after(dockerfile, script('exec "$@"'));
    assert.match(
      output,
      /^# bulwark: nothing starts docker-entrypoint\.sh any more; .*\nCOPY .*docker-entrypoint\.sh \/usr\/local\/bin\/$/m,
    );
    assert.match(plan.unresolved.map(({ text }) => text).join(), /nothing starts it any more/);
  });

  it('that makes folders becomes a step of the builder', () => {
    const { output } = after(dockerfile, script('mkdir -p /data/cache /var/spool/app', 'exec "$@"'));
    assert.match(output, /^RUN mkdir -p \/data\/cache \/var\/spool\/app\n\nFROM /m);
    assert.match(output, /^COPY --from=builder --chown=65532:65532 \/data\/cache \/data\/cache$/m);
  });

  it('that exports variables becomes ENV', () => {
    const { output } = after(dockerfile, script('export MODE=production LANG="C.UTF-8"', 'exec "$@"'));
    assert.match(output, /^ENV MODE="production" LANG="C\.UTF-8"$/m);
  });

  for (const [name, last, entrypoint, cmd] of [
    [
      'a program before the words of CMD',
      'exec python -X dev "$@"',
      'ENTRYPOINT ["python", "-X", "dev"]',
      'CMD ["python", "app.py"]',
    ],
    ['a program of its own', 'exec gunicorn web:app', 'ENTRYPOINT ["gunicorn", "web:app"]', undefined],
    [
      'a default of a variable',
      'exec gunicorn --bind 0.0.0.0:${PORT:-8000} web:app',
      'ENTRYPOINT ["gunicorn", "--bind", "0.0.0.0:8000", "web:app"]',
      undefined,
    ],
  ] as const)
    it(`that starts ${name} is that program`, () => {
      const { output } = after(dockerfile, script(last));
      assert.ok(output.includes(`\n${entrypoint}\n`), output);
      assert.equal(/^CMD .*$/m.exec(output)?.[0], cmd);
    });

  for (const [form, line] of [
    ['in shell form', 'CMD ./docker-entrypoint.sh'],
    ['in exec form', 'CMD ["/app/docker-entrypoint.sh"]'],
    ['by its shell', 'CMD ["bash", "docker-entrypoint.sh"]'],
    ['by an init', 'ENTRYPOINT ["tini", "--", "./docker-entrypoint.sh"]'],
  ] as const)
    it(`is read ${form}`, () => {
      const text = dockerfile.replace('/usr/local/bin/', './').replace(/ENTRYPOINT[^]*$/, `${line}\n`);
      const { output } = after(text, script('exec python app.py'));
      assert.match(output, /^(?:CMD|ENTRYPOINT) \["python", "app\.py"\]$/m);
    });

  for (const [name, entry, reason] of [
    [
      'does something at each start',
      script('python manage.py migrate', 'exec "$@"'),
      /Line 3 of it, `python manage\.py migrate`, is done at each start/,
    ],
    [
      'decides',
      script('if [ "$1" = web ]; then', '  exec gunicorn web:app', 'fi', 'exec "$@"'),
      /Line 3 of it, `\[ "\$1" = web \]`/,
    ],
    ['puts in what only the start knows', script('exec gunicorn --workers $(nproc) web:app'), /Line 3 of it/],
    [
      'writes a file',
      script('echo "$TOKEN" > /tmp/token', 'exec "$@"'),
      /Line 3 of it, `echo "\$TOKEN" > \/tmp\/token`/,
    ],
    ['cannot be read', undefined, /The script could not be read here/],
    ['is no text that a shell understands', script('if then'), /It could not be understood/],
  ] as const)
    it(`that ${name} keeps the file as it is, and the plan says so`, () => {
      assert.match(
        refusal(dockerfile, entry),
        /^The container starts `docker-entrypoint\.sh`, a script for a shell/,
      );
      assert.match(refusal(dockerfile, entry), reason);
    });

  it('that makes folders where nothing builds keeps the file as it is', () => {
    const text =
      'FROM python:3.12-slim\nCOPY docker-entrypoint.sh /\nENTRYPOINT ["/docker-entrypoint.sh"]\nCMD ["python"]\n';
    assert.match(
      refusal(text, script('mkdir -p /data', 'exec "$@"')),
      /It makes `\/data`: make that in a stage/,
    );
  });

  it('of another interpreter is a program like any other', () => {
    const { output } = after(dockerfile, '#!/usr/local/bin/python3\nprint(1)\n');
    assert.match(output, /^ENTRYPOINT \["docker-entrypoint\.sh"\]$/m);
  });
});
