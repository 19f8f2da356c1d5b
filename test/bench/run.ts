/** `npm run bench`: how fast the shipped bundles are, beside a yardstick measured in the same run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { composeOf, dockerfileOf } from './documents';
import { startServer, type Server } from './language-server';
import { printRows, summary, timed, type Row } from './measure';

/**
 * The server is measured as somebody has it who works with it: compiled by V8, which takes some seconds of work however long
 * the document is. What a new server needs for its first look is a row of its own.
 */
const rounds = { warm: 5000, times: 200 };
const rows: Row[] = [];

void main();

async function main(): Promise<void> {
  await editing();
  await memory();
  cold();
  many();
  if (!printRows(rows)) process.exitCode = 1;
}

/** From a change to its diagnostics, over LSP. */
async function editing(): Promise<void> {
  const { server, startup } = await startServer();
  rows.push({ what: 'server: spawn to initialize', value: startup, unit: 'ms' });
  for (const [lines, budget] of [
    [10, 2],
    [60, 2],
    [1000, 30],
  ] as const) {
    const text = dockerfileOf(lines);
    const yardstick = await timed((round) => validate(`${text}\n# ${round}`), rounds);
    rows.push({
      what: `Dockerfile, ${lines} lines: dockerfile-utils (yardstick)`,
      value: yardstick.median,
      unit: 'ms',
    });
    const limit = lines === 1000 ? Math.min(budget, yardstick.median) : budget;
    rows.push(await edit(server, `Dockerfile, ${lines} lines`, 'dockerfile', text, limit));
  }
  rows.push(await edit(server, 'Compose, 20 services', 'dockercompose', composeOf(20)));
  rows.push(await edit(server, 'Compose, 200 services', 'dockercompose', composeOf(200), 40));
  await server.stop();
}

async function edit(
  server: Server,
  what: string,
  languageId: string,
  text: string,
  budget?: number,
): Promise<Row> {
  const uri = `untitled:${what.replace(/\W/g, '')}`;
  // Somebody types amid the text: what stands behind the caret moves with the keys.
  const lines = text.split('\n');
  const middle = lines.length >> 1;
  await server.open(uri, languageId, lines.toSpliced(middle, 0, '# Here').join('\n'));
  let found = 0;
  const { median, p95 } = await timed(async (round) => {
    await server.change(uri, round + 2, middle, `# ${'.'.repeat(round % 40)}`);
    found = await server.diagnostics(uri);
  }, rounds);
  const note = `p95 ${p95.toFixed(2)} ms, ${found} findings`;
  return {
    what: `${what}: change to diagnostics`,
    value: median,
    unit: 'ms',
    note,
    ...(budget === undefined ? {} : { budget }),
  };
}

async function memory(): Promise<void> {
  const { server } = await startServer();
  rows.push({ what: 'server: memory at the start', value: server.memory(), unit: 'MB' });
  for (let index = 0; index < 100; index++) {
    const uri = `untitled:many${index}`;
    await server.open(uri, 'dockerfile', dockerfileOf(60));
    await server.diagnostics(uri);
  }
  rows.push({ what: 'server: memory with 100 documents', value: server.memory(), unit: 'MB', budget: 90 });
  await server.stop();
}

/** The command line on one file, against Node itself. */
function cold(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-bench-'));
  const file = join(folder, 'Dockerfile');
  writeFileSync(file, dockerfileOf(60));
  const spawned = (args: string[], env: NodeJS.ProcessEnv = {}): number => {
    const start = performance.now();
    spawnSync(process.execPath, args, {
      stdio: 'ignore',
      env: { PATH: process.env['PATH'], XDG_CACHE_HOME: folder, ...env },
    });
    return performance.now() - start;
  };
  const lint = ['dist/cli.js', 'lint', file];
  spawned(lint);
  const node: number[] = [];
  const cli: number[] = [];
  const uncompiled: number[] = [];
  for (let round = 0; round < 31; round++) {
    node.push(spawned(['-e', '0']));
    cli.push(spawned(lint));
    uncompiled.push(spawned(lint, { NODE_DISABLE_COMPILE_CACHE: '1' }));
  }
  rmSync(folder, { recursive: true });
  const base = summary(node).median;
  rows.push({ what: 'node -e 0 (yardstick)', value: base, unit: 'ms' });
  rows.push({
    what: 'bulwark lint, one file, cold',
    value: summary(cli).median,
    unit: 'ms',
    budget: base * 2.5,
  });
  rows.push({
    what: 'bulwark lint, nothing compiled before',
    value: summary(uncompiled).median,
    unit: 'ms',
  });
}

/** The command line on 1,000 files, alone, in several threads, and out of its cache. */
function many(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-bench-'));
  for (let at = 0; at < 1000; at++) {
    mkdirSync(join(folder, `service${at}`));
    writeFileSync(join(folder, `service${at}`, 'Dockerfile'), dockerfileOf(10 + (at % 20)));
  }
  const lint = (...options: string[]): number => {
    const start = performance.now();
    const argv = ['dist/cli.js', 'lint', '--quiet', '--fail-on', 'never', ...options, folder];
    spawnSync(process.execPath, argv, { stdio: 'ignore' });
    return performance.now() - start;
  };
  const cache = ['--cache-location', join(folder, 'cache')];
  lint(...cache);
  rows.push({ what: '1,000 Dockerfiles, one thread', value: lint('--jobs', '1'), unit: 'ms' });
  rows.push({ what: '1,000 Dockerfiles, on two cores or more', value: lint(), unit: 'ms', budget: 3000 });
  rows.push({ what: '1,000 Dockerfiles, nothing changed, --cache', value: lint(...cache), unit: 'ms' });
  rmSync(folder, { recursive: true });
}
