import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';

describe('Dockerfile heredocs', () => {
  const opened: readonly (readonly [string, string, readonly string[]])[] = [
    ['plain', 'RUN <<EOF\na\nEOF', ['EOF|a\n']],
    ['tabs stripped', 'RUN <<-EOF\n\ta\n\t\tb\n\tEOF', ['EOF|a\nb\n']],
    ['quoted with a blank', 'RUN <<"E F"\na\nE F', ['E F|a\n']],
    ['partly quoted', "RUN <<E'O'F\na\nEOF", ['EOF|a\n']],
    ['with a file descriptor', 'RUN cat 3<<EOF\na\nEOF', ['EOF|a\n']],
    ['several', 'COPY <<a <<b /x/\n1\na\n2\nb', ['a|1\n', 'b|2\n']],
    ['empty', 'RUN <<EOF\nEOF', ['EOF|']],
    ['CRLF', 'RUN <<EOF\r\na\r\nb\r\nEOF\r\n', ['EOF|a\nb\n']],
    ['CRLF with tabs', 'RUN <<-EOF\r\n\ta\r\n\tEOF\r\n', ['EOF|a\n']],
    ['ADD', 'ADD <<EOF /x\na\nEOF', ['EOF|a\n']],
    ['trigger', 'ONBUILD RUN <<EOF\na\nEOF', ['EOF|a\n']],
    ['after a continuation', 'RUN cat \\\n  <<EOF\na\nEOF', ['EOF|a\n']],
    ['continuations inside the body are its own', 'RUN <<EOF\na \\\n# b\n\nEOF', ['EOF|a \\\n# b\n\n']],
    ['nearly its terminator', 'RUN <<EOF\n EOF\nEOF \nEOFF\nEOF', ['EOF| EOF\nEOF \nEOFF\n']],
    ['not closed', 'RUN <<EOF\na\nFROM b', ['EOF|a\nFROM b']],
    ['only its opener', 'RUN <<EOF', ['EOF|']],
    ['in quotes', 'RUN echo "<<EOF"', []],
    ['a here-string', 'RUN cat <<<EOF', []],
    ['no word of its own', 'RUN cat<<EOF', []],
    ['after an open quote', "RUN echo it's <<EOF", []],
    ['without a name', 'RUN cat << EOF', []],
    ['in JSON form', 'RUN ["cat", "<<EOF"]', []],
    ['in another instruction', 'ENV a <<EOF', []],
    ['in another trigger', 'ONBUILD ENV a <<EOF', []],
  ];
  for (const [name, text, expected] of opened)
    it(name, () => {
      const { instructions } = parseDockerfile(text);
      assert.deepEqual(
        instructions[0]?.heredocs.map((heredoc) => `${heredoc.name}|${heredoc.body.text}`),
        expected,
      );
      assert.equal(instructions.length, 1);
    });

  it('tells expansion, stripping and closing', () => {
    const { instructions } = parseDockerfile('COPY <<a <<-"b" <<c /\na\nb\n');
    assert.deepEqual(
      instructions[0]?.heredocs.map(({ expands, stripsTabs, closed }) => [expands, stripsTabs, closed]),
      [
        [true, false, true],
        [false, true, true],
        [true, false, false],
      ],
    );
  });

  it('maps bodies back, and goes on after the terminator', () => {
    const file = parseDockerfile('RUN cat <<-EOF >x\r\n\tone\r\n\t\ttwo\r\n\tEOF\r\nUSER x');
    const [run, user] = file.instructions;
    const heredoc = run?.heredocs[0];
    assert.ok(run && heredoc);
    assert.equal(file.source.slice(heredoc.openSpan), '<<-EOF');
    assert.equal(file.source.slice(heredoc.bodySpan), '\tone\r\n\t\ttwo\r\n');
    const at = heredoc.body.text.indexOf('two');
    assert.equal(file.source.slice(heredoc.body.spanOf(at, at + 3)), 'two');
    assert.equal(file.source.slice(run.span), 'RUN cat <<-EOF >x\r\n\tone\r\n\t\ttwo\r\n\tEOF');
    assert.equal(file.source.slice(run.headSpan), 'RUN cat <<-EOF >x');
    assert.equal(user?.keyword, 'USER');
  });
});
