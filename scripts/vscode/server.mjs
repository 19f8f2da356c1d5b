import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const startTimeout = 60_000;

/** Settings of the machine, in force in every window of a server. Nothing may ask, wander off or change by itself. */
export const quietSettings = {
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const program = (vscode) => join(vscode, 'out', 'server-main.js');

const env = {
  ...process.env,
  // No marketplace: what is installed is what runs, with and without a network.
  EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  // Newer servers count on a WebSocket, which Node 20 has behind this flag.
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-websocket`.trim(),
};

const flags = ['--accept-server-license-terms', '--telemetry-level', 'off'];

/** Ends a server with everything that it started. Works in an exit handler too. */
function kill(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    // The server leads a process group of its own; its extension hosts are in it.
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It had gone already.
  }
}

function installExtension(vscode, data, vsix) {
  const words = [program(vscode), ...flags, '--server-data-dir', data, '--install-extension', vsix];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', env });
  if (status !== 0 || !stdout.includes('successfully installed')) {
    throw new Error(`VS Code did not install ${vsix}:\n${stdout}${stderr}`);
  }
}

/** Resolves with the server's port as soon as it says that it listens. */
function listening(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(
      () => reject(new Error(`VS Code's server did not start within ${startTimeout / 1000} s:\n${output}`)),
      startTimeout,
    );
    const read = (chunk) => {
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with exit code ${code}:\n${output}`));
    });
  });
}

async function startOn(vscode, data, port, removeData) {
  const words = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--without-connection-token',
    '--disable-workspace-trust',
  ];
  const child = spawn(process.execPath, [program(vscode), ...flags, ...words, '--server-data-dir', data], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  const killNow = () => kill(child);
  process.once('exit', killNow);
  const ended = new Promise((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    killNow();
    await ended;
    process.off('exit', killNow);
    await removeData();
  };
  try {
    const authority = `127.0.0.1:${await listening(child)}`;
    return {
      origin: `http://${authority}`,
      authority,
      extensions: join(data, 'extensions'),
      ended,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Starts VS Code's own server with empty user data. It ends with this process, at the latest.
 *
 * @param {string} vscode the folder that holds out/server-main.js
 * @param {object} options
 * @param {readonly string[]} options.extensions .vsix files to install first
 * @param {Record<string, unknown>} [options.settings] machine settings, over the quiet ones
 * @param {number} [options.port] a free one where left out
 * @returns {Promise<{ origin: string, authority: string, extensions: string, ended: Promise<void>, stop(): Promise<void> }>}
 *   `extensions` is the folder of those that were installed
 */
export async function startServer(vscode, { extensions, settings = {}, port = 0 }) {
  const data = await mkdtemp(join(tmpdir(), 'bulwark-vscode-'));
  const removeData = () => rm(data, { recursive: true, force: true, maxRetries: 5 });
  try {
    const machine = join(data, 'data', 'Machine');
    await mkdir(machine, { recursive: true });
    await writeFile(
      join(machine, 'settings.json'),
      JSON.stringify({ ...quietSettings, ...settings }, null, 2),
    );
    for (const vsix of extensions) installExtension(vscode, data, vsix);
    return await startOn(vscode, data, port, removeData);
  } catch (error) {
    await removeData();
    throw error;
  }
}
