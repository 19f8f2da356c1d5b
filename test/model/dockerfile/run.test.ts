import assert from 'node:assert/strict';
import { type Dockerfile, type RunInstruction } from '../../../server/src/dockerfile/model';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';
import { commandsOf } from '../../../server/src/dockerfile/walk';
import { valueOf } from '../../../server/src/text/known';

function lastRun(text: string): { readonly file: Dockerfile; readonly run: RunInstruction } {
  const file = parseDockerfile(text);
  const run = file.instructions.findLast((each) => each.keyword === 'RUN');
  assert.ok(run);
  return { file, run };
}

describe('what a RUN runs', () => {
  /** Interpreter, and the commands as they stand in the file; no commands where there is no script. */
  const cases: readonly (readonly [string, string | undefined, readonly string[] | undefined])[] = [
    ['RUN a && b', 'sh', ['a', 'b']],
    ['RUN a \\\n # c\n  b', 'sh', ['a \\\n # c\n  b']],
    ['FROM scratch\nRUN a', 'sh', ['a']],
    ['FROM a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a', 'bash', ['a']],
    ['FROM a\nSHELL ["/usr/bin/env", "bash", "-c"]\nRUN a', 'bash', ['a']],
    ['FROM a\nSHELL ["conda", "run", "-n", "x", "/bin/bash", "-c"]\nRUN a', 'bash', ['a']],
    ['FROM a\nSHELL ["powershell", "-Command"]\nRUN a', 'powershell', undefined],
    ['FROM a\nSHELL ["PowerShell.exe", "-Command"]\nRUN a', 'powershell', undefined],
    ['FROM a\nSHELL ["cmd", "/S", "/C"]\nRUN a', 'cmd', undefined],
    ['FROM a\nSHELL ["python3", "-c"]\nRUN a', 'python3', undefined],
    ['FROM a\nSHELL ["pwsh", "-c"]\nSHELL ["sh", "-c"]\nRUN a', 'sh', ['a']],
    ['FROM a AS b\nSHELL ["pwsh", "-c"]\nFROM b\nRUN a', 'pwsh', undefined],
    ['FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN a', 'cmd', undefined],
    ['FROM mcr.microsoft.com/windows/servercore:ltsc2022 AS b\nFROM b\nRUN a', 'cmd', undefined],
    ['# escape=`\nFROM a\nRUN a `\n  b', 'sh', ['a `\n  b']],
    ['RUN ["a", "b"]', 'a', undefined],
    ['RUN ["sh", "-c", "a && b"]', 'sh', ['a', 'b']],
    ['RUN ["/bin/bash", "-lc", "a"]', 'bash', ['a']],
    ['RUN ["bash", "-e", "-c", "a"]', 'bash', ['a']],
    ['RUN ["sh", "-c", "a \\"b\\""]', 'sh', undefined],
    ['RUN ["sh", "x.sh"]', 'sh', undefined],
    ['RUN []', undefined, undefined],
    ['RUN <<EOF\na\nb\nEOF', 'sh', ['a', 'b']],
    ['RUN <<-EOF\n\ta\n\tEOF', 'sh', ['a']],
    ['RUN <<EOF\r\na\r\nb\r\nEOF\r\n', 'sh', ['a', 'b']],
    ['RUN --mount=type=ssh <<EOF\na\nEOF', 'sh', ['a']],
    ['RUN <<EOF\n#!/bin/bash -e\na\nEOF', 'bash', ['a']],
    ['RUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF', 'python3', undefined],
    ['RUN <<EOF\n#!/usr/bin/env -S X=1 bash\na\nEOF', 'bash', ['a']],
    ['FROM a\nSHELL ["pwsh", "-c"]\nRUN <<EOF\na\nEOF', 'pwsh', undefined],
    ['FROM a\nSHELL ["pwsh", "-c"]\nRUN a <<EOF\nb\nEOF', 'pwsh', undefined],
    ['RUN <<EOF bash\na\nEOF', 'sh', ['<<EOF bash', 'a']],
    ['RUN bash -eu -o pipefail <<EOF\na\nEOF', 'sh', ['bash -eu -o pipefail <<EOF', 'a']],
    ['RUN bash -s <<EOF\na\nEOF', 'sh', ['bash -s <<EOF', 'a']],
    ['RUN bash x.sh <<EOF\na\nEOF', 'sh', ['bash x.sh <<EOF']],
    ['RUN python3 <<EOF\nprint(1)\nEOF', 'sh', ['python3 <<EOF']],
    ['RUN cat <<EOF > /x && b\na\nEOF', 'sh', ['cat <<EOF > /x', 'b']],
    ['RUN a <<A && sh <<B\n1\nA\nc\nB', 'sh', ['a <<A', 'sh <<B', 'c']],
    ['ONBUILD RUN a', 'sh', ['a']],
  ];
  for (const [text, interpreter, commands] of cases)
    it(text, () => {
      const file = parseDockerfile(text);
      const found = file.instructions.map((each) => (each.keyword === 'ONBUILD' ? each.trigger : each));
      const run = found.findLast((each) => each?.keyword === 'RUN');
      assert.ok(run?.keyword === 'RUN');
      assert.equal(valueOf(run.interpreter), interpreter);
      assert.equal(run.script === undefined, commands === undefined);
      assert.deepEqual(
        commandsOf(run).map(({ span }) => file.source.slice(span)),
        commands ?? [],
      );
    });

  it('hands heredocs to redirects with their way back', () => {
    const { file, run } = lastRun('RUN cat <<EOF \\\n  > /x\r\nbody one\r\nEOF\r\n');
    const heredoc = run.script?.commands[0]?.redirects.find(({ operator }) => operator === '<<')?.heredoc;
    assert.ok(heredoc);
    assert.equal(heredoc.text, 'body one\n');
    assert.equal(file.source.slice(heredoc.spanOf(5, 8)), 'one');
  });

  it('reads CMD, ENTRYPOINT and HEALTHCHECK by the shell in force', () => {
    const text =
      'FROM a\nCMD b c\nENTRYPOINT ["d"]\nHEALTHCHECK CMD e || f\nSHELL ["cmd", "/C"]\nCMD g\nHEALTHCHECK CMD h';
    const names = parseDockerfile(text).instructions.map((each) =>
      commandsOf(each)
        .map(({ name }) => name)
        .join(),
    );
    assert.deepEqual(names, ['', 'b', '', 'e,f', '', '', '']);
  });
});

describe('mounts of a RUN', () => {
  it('have a type, options and a target', () => {
    const text =
      'FROM a\nARG D=/c\nWORKDIR /app\nRUN --mount=TYPE=Cache,target=.cache,ID=x --mount=source=a,dst=/b,ro ' +
      '--mount=type=secret,id=s --mount=type=secret,id=s,env=S --mount=type=ssh --mount=type=cache,destination=$D/x ' +
      '--mount=type=cache,target=$U a';
    const { run } = lastRun(text);
    assert.deepEqual(
      run.mounts.map(({ type, target }) => [type, target.state === 'known' ? target.value : target.state]),
      [
        ['cache', '/app/.cache'],
        ['bind', '/b'],
        ['secret', '/run/secrets/s'],
        ['secret', 'absent'],
        ['ssh', 'absent'],
        ['cache', '/c/x'],
        ['cache', 'unknown'],
      ],
    );
    assert.equal(run.mounts[0]?.option('id')?.value, 'x');
    assert.equal(run.mounts[1]?.option('target', 'dst')?.value, '/b');
    assert.equal(run.mounts[1].option('ro')?.value, '');
    assert.equal(run.mounts[1].option('id'), undefined);
    assert.equal(run.mounts[5]?.option('destination')?.value, '/c/x');
    assert.equal(run.mounts[6]?.option('target')?.value, '$U');
  });

  it('have spans, through quotes and continuations', () => {
    const { file, run } = lastRun(
      'RUN --mount=type=cache,"target=/a b",id=x \\\n  --mount=type=bind,src="c" d',
    );
    const spans = run.mounts.map(({ options }) =>
      options.map(({ span, valueSpan }) => [file.source.slice(span), file.source.slice(valueSpan)]),
    );
    assert.deepEqual(spans, [
      [
        ['type=cache', 'cache'],
        ['target=/a b', '/a b'],
        ['id=x', 'x'],
      ],
      [
        ['type=bind', 'bind'],
        ['src="c', 'c'],
      ],
    ]);
  });

  it('read fields in CSV quotes, and survive empty ones', () => {
    const { run } = lastRun('RUN --mount=\\"target=/a,b\\",,id=x, --mount --mount= a');
    assert.deepEqual(
      run.mounts.map(({ options }) => options.map(({ key, value }) => `${key}:${value}`)),
      [['target:/a,b', 'id:x'], [], []],
    );
  });
});
