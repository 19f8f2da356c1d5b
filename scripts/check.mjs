// Everything that is wrong or right without running the product: each step runs, whatever the ones before it said.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { npm, root, run } from './command.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { main } from './main.mjs';

const cached = (name) => ['--cache', '--cache-location', `.cache/${name}`];

/** What is shipped inside the bundles has its licence in NOTICE. */
async function notice() {
  if (!existsSync(join(root, 'NOTICE'))) throw new Error('NOTICE is missing.');
  const text = await readFile(join(root, 'NOTICE'), 'utf8');
  const packages = JSON.parse(await readFile(join(root, '.cache', 'bundled-packages.json'), 'utf8'));
  const unnamed = packages.filter((name) => !text.includes(name));
  if (unnamed.length > 0) throw new Error(`NOTICE does not name ${unnamed.join(', ')}.`);
  return 0;
}

/** In the order that fails fastest; the last needs what the one before it made. */
const steps = [
  ['format', () => run('prettier', ['--check', '--log-level', 'warn', '.', ...cached('prettier')])],
  ['types', () => run('tsc', ['-p', '.'])],
  ['lint', () => run('eslint', ['.', '--max-warnings', '0', ...cached('eslint')])],
  ['generated files', () => npm(['run', '--silent', 'generate', '--', '--check'])],
  ['package', () => run('node', ['scripts/package.mjs'])],
  ['notice', notice],
];

async function perform([name, work]) {
  console.log(`── ${name}`);
  const start = performance.now();
  let good = false;
  try {
    good = (await work()) === 0;
  } catch (error) {
    console.error(error.message);
  }
  return { name, good, seconds: (performance.now() - start) / 1000 };
}

await main(async () => {
  await ensureDependencies();
  const outcomes = [];
  for (const step of steps) outcomes.push(await perform(step));
  console.log('');
  for (const { name, good, seconds } of outcomes) {
    console.log(`${good ? '✓' : '✗'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s`);
  }
  return outcomes.every(({ good }) => good) ? 0 : 1;
});
