import assert from 'node:assert/strict';
import { expandSnippet } from '../support/snippet-expand';

const text = (...body: readonly string[]): string => expandSnippet(body).text;
const problems = (...body: readonly string[]): readonly string[] => expandSnippet(body).problems;

describe('the expander of the snippets', () => {
  it('keeps defaults, repeats them, and joins lines', () => {
    assert.equal(text('a ${1:x} $1', '${1}$0'), 'a x x\nx');
    assert.equal(text('$1 ${1:later}'), 'later later');
    assert.equal(text('${1:a ${2:b}} $2'), 'a b b');
  });

  it('takes the first of a choice, or the one that is picked', () => {
    const body = ['${1|3.13,3.14|} $1'];
    assert.equal(text(...body), '3.13 3.13');
    assert.equal(expandSnippet(body, (choices) => choices.at(-1) ?? '').text, '3.14 3.14');
    assert.deepEqual(expandSnippet(body).choices, ['3.13', '3.14']);
    assert.equal(text('${1|a\\,b,c|}'), 'a,b');
    assert.equal(text('${1|$HOME,c|}'), '$HOME');
  });

  it('takes a backslash before $, } and \\ alone', () => {
    assert.equal(text('\\$PATH ${1:{x\\}} \\. \\\\ \\'), '$PATH {x} \\. \\ \\');
  });

  it('tells mistakes', () => {
    assert.match(problems('ENV PATH=/x:$PATH').join(), /unescaped \$ before "PATH"/);
    assert.match(problems('${1:a').join(), /no closing }/);
    assert.match(problems('${1|a,b').join(), /no closing \|}/);
    assert.match(problems('${1:a} ${1:b}').join(), /two defaults for \$1/);
    assert.match(problems('${1/a/b/}').join(), /unreadable/);
  });

  it('lists the tab stops', () => {
    assert.deepEqual(expandSnippet(['$2 ${10:x} $0 $1']).stops, [0, 1, 2, 10]);
  });
});
