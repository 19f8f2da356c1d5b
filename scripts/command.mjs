import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const windows = process.platform === 'win32';

/** The environment of this process with the project's own commands first in PATH. */
function environment() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const commands = join(root, 'node_modules', '.bin');
  return { ...process.env, [name]: `${commands}${delimiter}${process.env[name] ?? ''}` };
}

/** On Windows npm's commands are .cmd files, which only a shell starts, and a shell wants its words quoted. */
function quoted(word) {
  return /^[\w./:=@-]+$/.test(word) ? word : `"${word.replaceAll('"', '""')}"`;
}

/**
 * Starts a command in the repository's folder and shares the terminal with it, or tells what it prints.
 * A Ctrl-C reaches the command by the terminal itself; this process waits until the command has gone.
 *
 * @param {string} command `node` means the Node that runs this script; else a name in node_modules/.bin or PATH
 * @param {readonly string[]} words its arguments
 * @param {import('node:child_process').SpawnOptions & { onOutput?: (text: string) => void }} [options] onOutput gets
 *   what would go to the terminal
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
export function run(command, words, { onOutput, ...options } = {}) {
  const own = command === 'node';
  const shell = windows && !own;
  const child = spawn(own ? process.execPath : command, shell ? words.map(quoted) : words, {
    cwd: root,
    stdio: onOutput === undefined ? 'inherit' : ['inherit', 'pipe', 'pipe'],
    env: environment(),
    shell,
    ...options,
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onOutput);
  let interrupted = false;
  const interrupt = () => (interrupted = true);
  const forward = (signal) => child.kill(signal);
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', forward);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      reject(new Error(`${command} could not be started: ${error.message}`));
    });
    child.once('close', (code) => resolve(code ?? 1));
  }).finally(() => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', forward);
    // A person wanted the end of it all, not of this command alone.
    if (interrupted) process.exit(130);
  });
}

/** As `run`, with npm: by the file that npm says it is, else by its name. */
export function npm(words, options) {
  const itself = process.env.npm_execpath;
  return itself !== undefined && /npm-cli\.[cm]?js$/.test(itself)
    ? run('node', [itself, ...words], options)
    : run('npm', words, options);
}
