import assert from 'node:assert/strict';
import { hasAnyOf } from '../../../server/src/text/has-any-of';
import { lowerAscii } from '../../../server/src/text/lower-ascii';
import { printable } from '../../../server/src/text/printable';
import { unquoted } from '../../../server/src/text/unquoted';
import { withoutSlashes } from '../../../server/src/text/without-slashes';
import { withoutVersion } from '../../../server/src/text/without-version';

describe('Forms of words', () => {
  const table: readonly (readonly [
    string,
    (text: string) => unknown,
    readonly (readonly [string, unknown])[],
  ])[] = [
    [
      'a word without its version',
      withoutVersion,
      [
        ['python3.12', 'python'],
        ['rhel9', 'rhel'],
        ['s3cmd', 's3cmd'],
        ['3.12', ''],
        ['', ''],
      ],
    ],
    [
      'a text without the quotes around it',
      unquoted,
      [
        ['"a b"', 'a b'],
        ["'a'", 'a'],
        ['""', ''],
        ['"', '"'],
        [`"a'`, `"a'`],
        ['a"', 'a"'],
        [`"'a'"`, `'a'`],
      ],
    ],
    [
      'a path without slashes at its end',
      withoutSlashes,
      [
        ['/a/b//', '/a/b'],
        ['/a', '/a'],
        ['/', ''],
        ['', ''],
      ],
    ],
    [
      'whether a text has one of several characters',
      (text) => hasAnyOf(text, '*?['),
      [
        ['a*', true],
        ['[a', true],
        ['a]', false],
        ['', false],
      ],
    ],
    [
      'a text in lower case as far as ASCII goes',
      lowerAscii,
      [
        ['DockerFile', 'dockerfile'],
        // The signs for kelvin: a pattern that takes any case does not see a k in them.
        ['doc\u212aer', 'doc\ufffder'],
        ['\u017fh', '\u017fh'],
      ],
    ],
    [
      'a text whose controls are shown',
      printable,
      [
        ['plain ~', 'plain ~'],
        ['caf\u00e9 \u{1f433}', 'caf\u00e9 \u{1f433}'],
        ['a\u001b[31m\u007f', 'a\ufffd[31m\ufffd'],
        ['\u202eabc\u2066\u0085', '\ufffdabc\ufffd\ufffd'],
      ],
    ],
  ];
  for (const [name, form, cases] of table)
    for (const [text, expected] of cases)
      it(`tells ${name}: ${encodeURIComponent(text)}`, () => {
        assert.deepEqual(form(text), expected);
      });
});
