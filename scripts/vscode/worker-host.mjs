import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

const types = { '.js': 'text/javascript', '.json': 'application/json', '.md': 'text/markdown' };

const base = '/web/extensions/';

/**
 * Prepares a page so that its VS Code is the one of the web: without a remote side, every extension in a web worker.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ authority: string, origin: string }} server
 * @param {object} options
 * @param {readonly string[]} options.extensions folders of the extensions that are there
 * @param {string} options.testsPath path of the test module, in one of those folders
 * @param {string} options.workspace the URI of a folder
 * @param {Record<string, unknown>} options.settings
 * @returns {Promise<string>} the address to open
 */
export async function prepareWorkerHost(page, { authority, origin }, options) {
  const { extensions, testsPath, workspace, settings } = options;
  const folders = new Map(extensions.map((folder) => [basename(folder), folder]));
  const uri = (path) => ({ scheme: 'http', authority, path: `${base}${path}` });
  const own = extensions.find((folder) => testsPath.startsWith(folder));
  const developmentOptions = {
    extensions: [...folders.keys()].map(uri),
    extensionTestsPath: uri(`${basename(own)}${testsPath.slice(own.length)}`),
  };
  await page.route(`${origin}/?*`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      /(<meta id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
      (_all, start, text) => {
        const configuration = JSON.parse(text.replaceAll('&quot;', '"'));
        const changed = { ...configuration, developmentOptions, configurationDefaults: settings };
        return `${start}${JSON.stringify(changed).replaceAll('"', '&quot;')}"`;
      },
    );
    await route.fulfill({ response, body });
  });
  // The carrier's own line that ties every window to its server.
  await page.route('**/workbench/workbench.js', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = text.replace(',remoteAuthority:location.host}', ',remoteAuthority:undefined}');
    if (body === text) throw new Error('The workbench is not as it was: it has no remote side to take away.');
    await route.fulfill({ response, body });
  });
  await page.route(`${origin}${base}**`, async (route) => {
    const [name, ...words] = decodeURIComponent(new URL(route.request().url()).pathname)
      .slice(base.length)
      .split('/');
    const path = join(folders.get(name) ?? '', ...words);
    try {
      const contentType = types[extname(path)] ?? 'application/octet-stream';
      await route.fulfill({ body: await readFile(path), contentType });
    } catch {
      await route.fulfill({ status: 404, body: '' });
    }
  });
  return `${origin}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent('[["skipWelcome","true"]]')}`;
}
