import assert from 'node:assert/strict';
import {
  insertAfter,
  removeFlag,
  removeSpan,
  removeWord,
  removeWords,
  replaceWord,
} from '../../../server/src/shell/edits';
import { flagUse, flagValue } from '../../../server/src/shell/flags';
import { parseShell } from '../../../server/src/shell/parse';
import { applyEdits, type Edit } from '../../../server/src/text/edit';
import { MappedText } from '../../../server/src/text/mapped';
import { Source } from '../../../server/src/text/source';

function apply(text: string, edit: Edit | undefined): string {
  assert.ok(edit);
  return applyEdits(text, [edit]);
}

function removed(text: string, part: string): string {
  const start = text.indexOf(part);
  return apply(text, removeSpan(new Source(text), { start, end: start + part.length }));
}

describe('edits of shell commands', () => {
  const cases: Record<string, [string, string]> = {
    'in the middle of a line': ['RUN pip install -X foo', 'RUN pip install foo'],
    'at the end of the text': ['RUN pip install foo -X', 'RUN pip install foo'],
    'before another command': ['RUN pip install foo  -X && rm x', 'RUN pip install foo && rm x'],
    'before a semicolon': ['RUN pip -X; rm x', 'RUN pip; rm x'],
    'after a bracket': ['RUN (-X apt-get update)', 'RUN (apt-get update)'],
    'before a continuation': ['RUN pip install -X \\\n    foo', 'RUN pip install \\\n    foo'],
    'alone on a continued line': [
      'RUN pip install \\\n    -X \\\n    foo\n',
      'RUN pip install \\\n    foo\n',
    ],
    'first of several on a continued line': ['RUN pip install \\\n    -X foo', 'RUN pip install \\\n    foo'],
    'alone on the last line': ['RUN pip install foo \\\n    -X\nCMD x', 'RUN pip install foo\nCMD x'],
    'alone on the last line, after a comment': [
      'RUN pip install foo \\\n    # why\n    -X\nCMD x',
      'RUN pip install foo\n    # why\nCMD x',
    ],
    'with \\r\\n': ['RUN pip install \\\r\n    -X \\\r\n    foo', 'RUN pip install \\\r\n    foo'],
    'alone on the last line with \\r\\n': ['RUN pip foo \\\r\n    -X\r\nCMD x', 'RUN pip foo\r\nCMD x'],
    'with a back-tick as escape': [
      '# escape=`\nRUN pip install `\n    -X `\n    foo',
      '# escape=`\nRUN pip install `\n    foo',
    ],
  };
  for (const [title, [before, after]] of Object.entries(cases))
    it(`removes a word ${title}`, () => assert.equal(removed(before, '-X'), after));

  const flagCases: [string, string, string][] = [
    ['curl -k x', '-k', 'curl x'],
    ['curl -fsSLk x', '-k', 'curl -fsSL x'],
    ['curl --insecure x', '--insecure', 'curl x'],
  ];
  for (const [before, name, after] of flagCases)
    it(`removes the flag ${name} of ${before}`, () => {
      const [command] = parseShell(MappedText.verbatim(before, 0)).commands;
      const use = command && flagUse(command, name);
      assert.ok(use);
      assert.equal(apply(before, removeFlag(new Source(before), use)), after);
    });

  const valueCases: [string, string, string][] = [
    ['pip --trusted-host a install', '--trusted-host', 'pip install'],
    ['pip --trusted-host=a install', '--trusted-host', 'pip install'],
    ['apt-get -t testing install', '-t', 'apt-get install'],
    ['apt-get -ttesting install', '-t', 'apt-get install'],
    ['apt-get -qt testing install', '-t', 'apt-get -q install'],
  ];
  for (const [before, name, after] of valueCases)
    it(`removes the flag ${name} and its value of ${before}`, () => {
      const [command] = parseShell(MappedText.verbatim(before, 0)).commands;
      const use = command && flagValue(command, name);
      assert.ok(use);
      assert.equal(apply(before, removeFlag(new Source(before), use)), after);
    });

  it('inserts after, replaces and removes words', () => {
    const text = 'apt-get install curl wget';
    const source = new Source(text);
    const [command] = parseShell(MappedText.verbatim(text, 0)).commands;
    const [install, curl, wget] = command?.args ?? [];
    assert.ok(command?.program && install && curl && wget);
    assert.equal(apply(text, insertAfter(source, install, ' -y')), 'apt-get install -y curl wget');
    assert.equal(apply(text, replaceWord(source, command.program, 'apt')), 'apt install curl wget');
    assert.equal(apply(text, removeWord(source, curl)), 'apt-get install wget');
    assert.equal(apply(text, removeWords(source, curl, wget)), 'apt-get install');
  });

  it('makes no edit where a word does not stand in the document as the shell reads it', () => {
    const text = 'sh -c "apt-get install \\"curl\\""';
    const source = new Source(text);
    const [command] = parseShell(MappedText.verbatim(text, 0)).commands;
    const [install, curl] = command?.args ?? [];
    assert.ok(install && curl);
    assert.equal(insertAfter(source, curl, ' -y'), undefined);
    assert.equal(removeWord(source, curl), undefined);
    assert.equal(replaceWord(source, curl, 'x'), undefined);
    assert.equal(apply(text, insertAfter(source, install, ' -y')), 'sh -c "apt-get install -y \\"curl\\""');
  });
});
