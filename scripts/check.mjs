// Everything that is wrong or right without running the product: each step runs, whatever the ones before it said.
// --fresh takes nothing over from runs before.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { npm, root, run } from './command.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { lint, parts, stateOfSources } from './lint-parts.mjs';
import { main } from './main.mjs';
import { sideBySide } from './side-by-side.mjs';

/** What is shipped inside the bundles has its licence in NOTICE. */
async function notice() {
  if (!existsSync(join(root, 'NOTICE'))) throw new Error('NOTICE is missing.');
  const text = await readFile(join(root, 'NOTICE'), 'utf8');
  const packages = JSON.parse(await readFile(join(root, '.cache', 'bundled-packages.json'), 'utf8'));
  const unnamed = packages.filter((name) => !text.includes(name));
  if (unnamed.length > 0) throw new Error(`NOTICE does not name ${unnamed.join(', ')}.`);
  return 0;
}

/**
 * Steps of one row run side by side, the longest first; a row needs what the one before it made.
 *
 * @param {boolean} fresh
 */
async function rowsOf(fresh) {
  const state = fresh ? undefined : await stateOfSources();
  // How a file is to be formatted follows from its own text, so that Prettier may keep what it knows of each.
  const cache = fresh ? [] : ['--cache', '--cache-location', '.cache/prettier'];
  return [
    [
      ...parts.map((part) => ({ name: part.name, work: (onOutput) => lint(part, state, onOutput) })),
      {
        name: 'format',
        work: (onOutput) => run('prettier', ['--check', '--log-level', 'warn', '.', ...cache], { onOutput }),
      },
      { name: 'types', work: (onOutput) => run('tsc', ['-p', '.'], { onOutput }) },
      { name: 'package', work: (onOutput) => run('node', ['scripts/package.mjs'], { onOutput }) },
      {
        name: 'generated files',
        work: (onOutput) => npm(['run', '--silent', 'generate', '--', '--check'], { onOutput }),
      },
    ],
    [{ name: 'notice', work: notice }],
  ];
}

const measured = ({ name, work }) => ({
  name,
  async work(print) {
    const start = performance.now();
    let good = false;
    try {
      good = (await work(print)) === 0;
    } catch (error) {
      print(`${error.message}\n`);
    }
    return { name, good, seconds: (performance.now() - start) / 1000 };
  },
});

await main(async () => {
  const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
  await ensureDependencies();
  const outcomes = [];
  for (const row of await rowsOf(values.fresh)) outcomes.push(...(await sideBySide(row.map(measured))));
  console.log('');
  for (const { name, good, seconds } of outcomes) {
    console.log(`${good ? '✓' : '✗'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s`);
  }
  return outcomes.every(({ good }) => good) ? 0 : 1;
});
