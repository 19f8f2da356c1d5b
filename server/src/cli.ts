import { join } from 'node:path';
import { exitCodes } from './cli/exit-codes';
import { type Fault } from './cli/read-text';
import { run } from './cli/run';
import { standardOutput } from './cli/standard-output';
import { serveAsThread, threadsOf } from './cli-threads';
import { dataFolder } from './data-folder';
import { readDataWith } from './image/catalog/data-file';
import { createService } from './service/create';

readDataWith(dataFolder(__dirname));

const argv = process.argv.slice(2);

/** Of signals, as POSIX has them and Windows stands in for them; a shell adds 128. */
const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

async function main(): Promise<void> {
  if (await serveAsThread(argv, createService)) return;
  // Files are written in one go, which no handler of a signal interrupts: none is left half written, and nothing beside it.
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => process.exit(128 + numbers[signal]));
  // Also after the run: what a stream cannot write, it tells later.
  const unwritten = (): void => {
    process.exitCode = exitCodes.error;
  };
  const stderr = standardOutput(2, () => process.stderr, unwritten);
  const say = ({ fault }: Fault): void => {
    unwritten();
    stderr.write(`bulwark: standard output ${fault}\n`);
  };
  const stdout = standardOutput(1, () => process.stdout, say);
  const code = await run(argv, {
    // To open it costs milliseconds, and few runs read it.
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    cwd: process.cwd(),
    pages: join(__dirname, '../docs/rules'),
    env: process.env,
    threads: (files) => threadsOf(join(__dirname, 'cli.js'), files),
    program: __dirname,
  });
  process.exitCode ??= code;
}

void main();
