import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, root } from '../command.mjs';

/** The npm package that carries VS Code's own server with its web workbench. */
const carrier = 'code-server';

/**
 * The versions of it that the tests run in. The floor holds VS Code 1.100.3, of the oldest line that package.json names;
 * the newer one, VS Code 1.117, is the last whose server starts on Node 20.
 */
export const versions = { floor: '4.100.3', newer: '4.117.0' };

const cache = join(root, '.cache');
const homeOf = (version) => join(cache, `${carrier}-${version}`);

const inside = (folder) => join(folder, 'node_modules', carrier, 'lib', 'vscode');

/** What npm writes as the last thing in each of the three folders that it installs. */
const lastWritten = (folder) =>
  [folder, inside(folder), join(inside(folder), 'extensions')].map((at) =>
    join(at, 'node_modules', '.package-lock.json'),
  );

async function complete(folder, version) {
  if (!lastWritten(folder).every((file) => existsSync(file))) return false;
  const installed = JSON.parse(await readFile(join(folder, 'node_modules', carrier, 'package.json'), 'utf8'));
  return installed.version === version && existsSync(join(inside(folder), 'out', 'server-main.js'));
}

async function install(words, cwd) {
  const code = await npm(
    ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--no-progress', ...words],
    {
      cwd,
      // npm's remarks about other people's packages help nobody here; its errors do.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, npm_config_loglevel: 'error' },
    },
  );
  if (code !== 0)
    throw new Error(`VS Code could not be installed: npm install ended with exit code ${code} in ${cwd}.`);
}

/** Made in a folder of its own and put in place in one step, so that an interrupted install leaves nothing half. */
async function makeAnew(home, version) {
  console.log(`Installing VS Code's server (${carrier} ${version}, about 320 MB, once) …`);
  await mkdir(cache, { recursive: true });
  const building = await mkdtemp(join(cache, 'installing-'));
  try {
    await writeFile(join(building, 'package.json'), '{ "private": true }\n');
    await install([`${carrier}@${version}`, '--save-exact'], building);
    await install([], inside(building));
    await install([], join(inside(building), 'extensions'));
    await rm(home, { recursive: true, force: true });
    await rename(building, home);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/**
 * Installs VS Code's server into .cache where it is not there yet or broken.
 *
 * @param {string} [version] of the package, one of `versions`
 * @returns {Promise<string>} the folder that holds out/server-main.js
 */
export async function installVsCode(version = versions.floor) {
  const home = homeOf(version);
  if (!(await complete(home, version))) await makeAnew(home, version);
  return inside(home);
}
