import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, root } from './command.mjs';

const oldestNode = 20;

async function lockFile(...path) {
  try {
    const { packages } = JSON.parse(await readFile(join(root, ...path), 'utf8'));
    return packages ?? {};
  } catch {
    return undefined;
  }
}

/**
 * True where node_modules holds what package-lock.json asks for. npm writes down what it has installed as the last thing
 * it does, so an interrupted install does not count. Contents are compared, not times: a checkout changes times.
 */
async function installed() {
  const [wanted, present] = await Promise.all([
    lockFile('package-lock.json'),
    lockFile('node_modules', '.package-lock.json'),
  ]);
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    // Optional packages of other platforms are not installed.
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

/** Installs the project's dependencies by its lock file where they are missing or others. Throws where that fails. */
export async function ensureDependencies() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode)
    throw new Error(`Node ${oldestNode} or newer is needed; this is ${process.version}.`);
  if (await installed()) return;
  console.log('Installing the dependencies (npm ci) …');
  const code = await npm(['ci', '--include=dev', '--no-progress']);
  if (code !== 0) throw new Error(`npm ci ended with exit code ${code}.`);
}
