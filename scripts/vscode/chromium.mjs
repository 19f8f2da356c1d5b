import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../command.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** Where the installers of macOS and Windows put it. */
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].flatMap(
    (folder) =>
      folder === undefined
        ? []
        : [
            join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          ],
  ),
];

function present() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find((file) => existsSync(file) && statSync(file).isFile());
}

const isRoot = () => process.getuid?.() === 0;
const hasApt = () => spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;

const advice =
  'The tests in a real VS Code need Chromium or Chrome, and none was found. Install one ' +
  '(Debian: sudo apt-get install chromium), or set CHROME_PATH to its executable.';

/**
 * Finds Chromium, Chrome or Edge: CHROME_PATH, then PATH, then the usual places. Installs Debian's chromium where this
 * process may do so. Throws an error that says what to do where there is none.
 *
 * @returns {Promise<string>} path of the executable
 */
export async function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names ${chosen}, which does not exist.`);
    return chosen;
  }
  const found = present();
  if (found !== undefined) return found;
  if (!isRoot() || !hasApt()) throw new Error(advice);

  console.log('No Chromium found; installing it (apt-get install chromium) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const codes = [];
  codes.push(await run('apt-get', ['update', '-qq'], { env }));
  codes.push(
    await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
      {
        env,
      },
    ),
  );
  const installed = present();
  if (installed === undefined) {
    throw new Error(`${advice} (apt-get ended with exit codes ${codes.join(' and ')}.)`);
  }
  return installed;
}
