import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';

/** Each instruction as its keyword and what it reads after it. */
function read(text: string): string[] {
  return parseDockerfile(text).instructions.map((each) => `${each.keyword} ${each.text.text}`);
}

describe('Dockerfile lexer: lines', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['one a line', 'FROM a\nRUN b', ['FROM a', 'RUN b']],
    ['CRLF', 'FROM a\r\nRUN b \\\r\n  c\r\n', ['FROM a', 'RUN b   c']],
    ['BOM', '\uFEFFFROM a\n', ['FROM a']],
    ['tabs and blanks before the keyword', '\tFROM a\n  \tRUN b', ['FROM a', 'RUN b']],
    ['any case', 'from a\nrUn b', ['FROM a', 'RUN b']],
    ['tab after the keyword', 'RUN\tb', ['RUN b']],
    ['blanks at the end', 'RUN b  \t\n', ['RUN b']],
    ['continuation', 'RUN a && \\\n  b', ['RUN a &&   b']],
    ['blanks after the escape character', 'RUN a \\ \t\n b', ['RUN a  b']],
    ['comment lines inside', 'RUN a \\\n# x \\\n  # y\n b', ['RUN a  b']],
    ['empty lines inside', 'RUN a \\\n\n \t\n b\nRUN c', ['RUN a  b', 'RUN c']],
    ['a comment continues nothing', '# a \\\nRUN b', ['RUN b']],
    ['a doubled escape character continues nothing', 'RUN a \\\\\nRUN b', ['RUN a \\\\', 'RUN b']],
    ['escape at the end of the file', 'RUN a \\', ['RUN a']],
    ['only an escape character, then an instruction', '\\\nRUN a', ['RUN a']],
    ['a lone escape character', '\\', []],
    ['the keyword itself continued', 'RU\\\nN a', ['RUN a']],
    ['continued until the end by comments', 'RUN a \\\n# b\n', ['RUN a']],
    ['back-tick escape', '# escape=`\nRUN a `\n b\\\nRUN c', ['RUN a  b\\', 'RUN c']],
    ['words that are no instruction', 'RUNN a\n"x"', ['UNKNOWN a', 'UNKNOWN ']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(read(text), expected));

  it('has spans that hold what they say', () => {
    const file = parseDockerfile('\uFEFF# c\r\n  RUN a \\\r\n # in\r\n\tb \r\n\r\nUSER x');
    const [run, user] = file.instructions;
    assert.ok(run && user);
    assert.equal(file.source.slice(run.span), 'RUN a \\\r\n # in\r\n\tb');
    assert.equal(file.source.slice(run.headSpan), 'RUN a \\\r\n # in\r\n\tb');
    assert.equal(file.source.slice(run.keywordSpan), 'RUN');
    assert.deepEqual(
      run.args.map(({ span }) => file.source.slice(span)),
      ['a', 'b'],
    );
    assert.equal(file.source.slice(user.span), 'USER x');
    assert.deepEqual([run.index, user.index], [0, 1]);
  });

  it('ends a span before a continuation that leads nowhere', () => {
    const file = parseDockerfile('RUN a \\\n# b');
    assert.equal(file.instructions[0] && file.source.slice(file.instructions[0].span), 'RUN a');
  });
});

describe('Dockerfile lexer: comments', () => {
  it('lists every comment line in order', () => {
    const text = 'FROM a\n#one\nRUN b \\\n  # two  \n  c # not\n#\n#  three';
    const { comments, source } = parseDockerfile(text);
    assert.deepEqual(
      comments.map(({ text: content, line, span }) => [content, line, source.slice(span)]),
      [
        ['one', 1, '#one'],
        ['two', 3, '# two'],
        ['', 5, '#'],
        ['three', 6, '#  three'],
      ],
    );
  });
});

describe('Dockerfile lexer: parser directives', () => {
  const cases: readonly (readonly [string, string, readonly string[], string])[] = [
    ['none', 'FROM a', [], '\\'],
    ['syntax', '# syntax=docker/dockerfile:1\nFROM a', ['syntax=docker/dockerfile:1'], '\\'],
    ['any case and blanks', '#  EsCaPe =  `  \nFROM a', ['escape=`'], '`'],
    [
      'several',
      '# syntax=x\n# check=skip=A;error=true\n# escape=`',
      ['syntax=x', 'check=skip=A;error=true', 'escape=`'],
      '`',
    ],
    ['after a BOM, with CRLF', '\uFEFF# escape=`\r\nFROM a', ['escape=`'], '`'],
    ['not after a comment', '# hello\n# escape=`', [], '\\'],
    ['not after an unknown one', '# unknown=1\n# escape=`', [], '\\'],
    ['not after an empty line', '\n# escape=`', [], '\\'],
    ['not after an instruction', 'FROM a\n# escape=`', [], '\\'],
    ['not without a value', '# escape=\n# syntax=x', [], '\\'],
    ['not twice', '# escape=`\n# escape=\\', ['escape=`'], '`'],
    ['an escape that is none', '# escape=x', ['escape=x'], '\\'],
  ];
  for (const [name, text, expected, escape] of cases)
    it(name, () => {
      const file = parseDockerfile(text);
      assert.deepEqual(
        file.directives.map((directive) => `${directive.name}=${directive.value}`),
        expected,
      );
      assert.equal(file.escape, escape);
      for (const { value, valueSpan } of file.directives) assert.equal(file.source.slice(valueSpan), value);
    });

  it('is no comment', () => {
    const file = parseDockerfile('# escape=`\n# escape=`\nFROM a');
    assert.deepEqual(
      file.comments.map(({ line }) => line),
      [1],
    );
  });
});
