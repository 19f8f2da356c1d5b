import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { run, root } from './command.mjs';

const sizeLimit = 1000 * 1024;

/** What may be in the package besides its manifest, by the names that vsce gives. */
const allowed = [
  /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|NOTICE|images\/icon\.png|images\/view\.svg)$/,
  // The command line is no part of what an editor needs.
  /^dist\/(client|server)\.js$/,
  /^dist\/(yaml|compose-schema|hardening-report|dockerfile-language|ignore)\.js$/,
  /^dist\/[\w-]+\.jsonl$/,
  /^docs\/(rules|walkthrough)\/[\w-]+\.md$/,
  /^docs\/walkthrough\/[\w-]+\.svg$/,
  /^(snippets|syntaxes)\/[\w.-]+\.json$/,
  /^server\/data\/(bulwark|package)\.schema\.json$/,
];

/**
 * Checks a package against what its readers were promised.
 *
 * @param {string} vsix path of the package
 * @param {readonly string[]} files what it holds
 * @returns {Promise<number>} its size in bytes
 */
async function check(vsix, files) {
  const strangers = files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
  if (strangers.length > 0) throw new Error(`The package holds what it should not: ${strangers.join(', ')}`);
  const { main, browser, icon } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const named = [main, browser, icon].map((file) => file.replace(/^\.\//, ''));
  const absent = [
    ...named,
    'dist/server.js',
    'dist/yaml.js',
    'dist/compose-schema.js',
    'dist/hardening-report.js',
    'dist/dockerfile-language.js',
    'dist/ignore.js',
    'dist/hardened-images.jsonl',
    'dist/counterparts.jsonl',
    'README.md',
    'LICENSE',
    'NOTICE',
  ].filter((file) => !files.includes(file));
  if (absent.length > 0) throw new Error(`The package lacks ${absent.join(', ')}`);
  const { size } = await stat(vsix);
  if (size > sizeLimit) throw new Error(`The package has ${size} bytes; ${sizeLimit} are the limit.`);
  return size;
}

/**
 * Packs an extension without a word: vsce lists every file, and has no option that stops it. Where it fails, the error holds all that
 * it has said.
 *
 * @param {import('@vscode/vsce').ICreateVSIXOptions} options
 */
export async function pack(options) {
  let said = '';
  const words = [
    'scripts/pack.mjs',
    JSON.stringify({ dependencies: false, allowMissingRepository: true, ...options }),
  ];
  const code = await run('node', words, { onOutput: (text) => (said += text) });
  if (code !== 0) throw new Error(`The extension could not be packed.\n${said}`);
}

/**
 * Builds the bundles and packs them as <name>-<version>.vsix in the repository's folder.
 *
 * @returns {Promise<{ vsix: string, files: readonly string[], size: number }>}
 */
export async function packExtension() {
  const code = await run('node', ['esbuild.mjs']);
  if (code !== 0) throw new Error('The bundles could not be built.');
  // Loaded late: the dependencies may not have been there when this script started.
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, `${name}-${version}.vsix`);
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  await pack({ cwd: root, packagePath: vsix, rewriteRelativeLinks: false });
  return { vsix, files, size: await check(vsix, files) };
}
