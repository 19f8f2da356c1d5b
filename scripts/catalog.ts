/** `npm run catalog -- <folder of definitions>`: writes server/data/hardened-images.jsonl from them. */
import { renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { catalogText } from './catalog/catalog-text';
import { checkText } from './catalog/check-text';
import { readFolder } from './catalog/read-folder';
import { sourceOf } from './catalog/source';

const usage =
  'Usage: npm run catalog -- <checkout of the definitions> [--source-commit <id>] [--date <ISO>] [--out <file>]';

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      'source-commit': { type: 'string' },
      date: { type: 'string' },
      out: { type: 'string', default: 'server/data/hardened-images.jsonl' },
    },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Error(usage);
  const source = sourceOf(folder, {
    ...(values['source-commit'] !== undefined && { commit: values['source-commit'] }),
    ...(values.date !== undefined && { date: values.date }),
  });
  const definitions = readFolder(folder);
  const text = catalogText(definitions, source);
  checkText(text, definitions);
  // Whole or not at all: the file keeps what it has until the new one is there.
  writeFileSync(`${values.out}.new`, text);
  renameSync(`${values.out}.new`, values.out);
  const tags = definitions.definitions.reduce((count, { tags: own }) => count + own.length, 0);
  console.log(
    `${values.out}: ${definitions.repositories.size} repositories, ${definitions.definitions.length} definitions, ${tags} tags of ${source.date.slice(0, 10)}.`,
  );
  console.log(`NOTICE must name commit ${source.commit}, ${source.date.slice(0, 10)}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
