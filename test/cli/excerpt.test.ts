import assert from 'node:assert/strict';
import { excerptOf } from '../../server/src/cli/reporters/excerpt';
import { Source } from '../../server/src/text/source';

/** The excerpt for the text between `«` and `»`. */
function excerpt(marked: string, width = 40): string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const { line, marks } = excerptOf(new Source(marked.replace(/[«»]/g, '')), { start, end }, width);
  return [line, marks];
}

describe('excerpt', () => {
  const cases: [name: string, marked: string, line: string, marks: string][] = [
    ['a part of a line', 'FROM «python»\nRUN x\n', 'FROM python', '     ^^^^^^'],
    ['a later line', 'FROM a\r\nRUN «sudo» x\r\n', 'RUN sudo x', '    ^^^^'],
    ['nothing: one caret', 'FROM a«»\n', 'FROM a', '      ^'],
    ['several lines: to the end of the first', 'RUN «a \\\n  b»\n', 'RUN a \\', '    ^^^'],
    ['a tab before and inside', '\tRUN «a\tb»\n', '    RUN a   b', '        ^^^^^'],
    ['wide characters', 'RUN 你好 «x»', 'RUN 你好 x', '         ^'],
    ['a combining mark', 'RUN e\u0301 «x»', 'RUN e\u0301 x', '      ^'],
    ['an emoji', 'RUN 🐳 «x»', 'RUN 🐳 x', '       ^'],
    ['terminal codes made harmless', 'RUN \u001b[31m«x»\u202e', 'RUN \ufffd[31mx\ufffd', '         ^'],
    ['an empty document', '«»', '', '^'],
  ];
  for (const [name, marked, line, marks] of cases)
    it(name, () => assert.deepEqual(excerpt(marked), [line, marks]));

  it('crops a long line behind the mark', () => {
    const [line, marks] = excerpt(`FROM «x»${'y'.repeat(60)}`, 20);
    assert.equal(line, `FROM x${'y'.repeat(13)}…`);
    assert.equal(marks, '     ^');
  });

  it('crops a long line on both sides of the mark', () => {
    const [line = '', marks = ''] = excerpt(`${'a'.repeat(5000)}«x»${'b'.repeat(5000)}`, 20);
    assert.equal(line, `…${'a'.repeat(10)}x${'b'.repeat(7)}…`);
    assert.equal(line[marks.indexOf('^')], 'x');
  });

  it('keeps a mark that is longer than the line inside it', () => {
    const [line = '', marks = ''] = excerpt(`RUN «${'a'.repeat(1000)}»`, 20);
    assert.equal(line, `RUN ${'a'.repeat(15)}…`);
    assert.equal(marks, `    ${'^'.repeat(15)}`);
  });
});
