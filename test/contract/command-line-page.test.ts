import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { imagesTable } from '../../server/src/cli/images-options';
import { lintTable } from '../../server/src/cli/lint-options';
import { migrateTable } from '../../server/src/cli/migrate-options';
import { generalOptions, type OptionTable } from '../../server/src/cli/option-words';
import { reportTable } from '../../server/src/cli/report-options';
import { usage } from '../../server/src/cli/usage';

const page = (name: string): string => readFileSync(`docs/${name}.md`, 'utf8');

/** The text below a heading, up to the next one of its height. */
function section(text: string, heading: string): string {
  const [, below = ''] = text.split(`\n## ${heading}\n`);
  return below.split('\n## ')[0] ?? '';
}

const optionsIn = (text: string): string[] =>
  Array.from(text.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g), ([, name = '']) => name);
const namesOf = (...tables: OptionTable[]): string[] => [
  ...new Set(tables.flatMap((table) => Object.keys(table))),
];

describe('docs/cli.md beside bulwark --help', () => {
  it('shows the same commands', () => {
    const inHelp = Array.from(usage.matchAll(/^(?:Usage:)? +bulwark ([a-z]+)/gm), ([, name]) => name);
    const [, block = ''] = page('cli').split('```\n');
    const inPage = Array.from(block.matchAll(/^bulwark ([a-z]+)/gm), ([, name]) => name);
    assert.deepEqual([...inPage].sort(), [...inHelp].sort());
    for (const name of namesOf(generalOptions)) assert.match(block, new RegExp(`--${name}\\b`));
  });

  it('describes each option of lint in a row of its own, and no other', () => {
    const rows = Array.from(
      section(page('cli'), 'Options of `lint`').matchAll(/^\| `--([a-z-]+)/gm),
      ([, name = '']) => name,
    );
    assert.deepEqual([...new Set(rows)].sort(), namesOf(lintTable).sort());
  });

  const others: [command: string, table: OptionTable, pages: string[]][] = [
    ['migrate', migrateTable, ['migrate']],
    ['images', imagesTable, ['images']],
    ['report', reportTable, ['report']],
  ];
  for (const [command, table, pages] of others)
    it(`leads to each option of ${command}`, () => {
      const told = optionsIn(
        [
          section(page('cli'), `\`${command}\``),
          page('cli').split('## What is checked')[0],
          ...pages.map(page),
        ].join(),
      );
      const inHelp = optionsIn(usage.split(`Options of ${command}`)[1]?.split('\n\n')[0] ?? '');
      for (const name of namesOf(table)) {
        // Those of lint mean the same everywhere.
        const isKnown = told.includes(name) || (Object.hasOwn(lintTable, name) && !inHelp.includes(name));
        assert.ok(isKnown, `--${name}`);
      }
    });

  it('names no option that there is not', () => {
    const known = namesOf(generalOptions, lintTable, migrateTable, imagesTable, reportTable, {
      force: 'flag',
    });
    for (const text of [usage, page('cli')])
      for (const name of optionsIn(text.replace(/`(?:git|docker|diff|patch) [^`]*`/g, '')))
        assert.ok(known.includes(name), `--${name}`);
  });
});
