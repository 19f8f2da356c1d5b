import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../../scripts/command.mjs';
import { installVsCode, versions } from '../../scripts/vscode/install.mjs';
import { testAddress } from '../../scripts/vscode/run-tests.mjs';
import { quietSettings, startServer } from '../../scripts/vscode/server.mjs';
import { prepareWorkerHost } from '../../scripts/vscode/worker-host.mjs';
import { bundleSuite } from './bundle-suite.mjs';
import { bundleWebSuite } from './bundle-web-suite.mjs';
import { packNeighbours } from './neighbours.mjs';
import { testImagesView } from './images-view.mjs';
import { takeScreenshots } from './screenshots.mjs';
import { drawWalkthrough } from './walkthrough-pictures.mjs';

/** What is opened, below the fixtures. */
const windows = ['workspace', 'multi-root/multi-root.code-workspace'];

/** A copy of the fixtures, as the tests write into their workspace. */
async function withFixtures(body) {
  const folder = await mkdtemp(join(tmpdir(), 'bulwark-fixtures-'));
  try {
    await cp(join(root, 'test', 'fixtures', 'vscode'), folder, { recursive: true });
    await cp(join(root, 'demo'), join(folder, 'workspace', 'demo'), { recursive: true });
    return await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inWindow({ browser, outcome }, server, suite, path) {
  const testsPath = await bundleSuite(suite, outcome.pattern);
  const developmentPath = join(root, 'test', 'vscode', 'host');
  await outcome.ofWindow(`${suite}, ${basename(path)}`, browser, () =>
    testAddress(server, { path, developmentPath, testsPath }),
  );
}

/** Runs a suite in windows of one server. */
async function inWindows(run, server, suite) {
  for (const path of windows)
    await withFixtures((folder) => inWindow(run, server, suite, join(folder, path)));
}

async function withServer(vscode, options, body) {
  const server = await startServer(vscode, options);
  try {
    await body(server);
  } finally {
    await server.stop();
  }
}

/** The view of images, as a person sees it: no test inside VS Code can look at it. */
async function views({ browser, vsix, outcome }) {
  await testImagesView(browser, await installVsCode(), vsix, outcome);
}

/** Everything, on the oldest VS Code. */
async function floor(run) {
  const vscode = await installVsCode();
  await withServer(vscode, { extensions: [run.vsix] }, (server) => inWindows(run, server, 'full'));
}

/** The pictures for readers, on the oldest VS Code: where one cannot be taken, something does not show what it shall. */
async function takePictures(run) {
  const vscode = await installVsCode();
  for (const [title, take] of [
    ['screenshots', takeScreenshots],
    ['the walkthrough, high contrast, the status', drawWalkthrough],
  ])
    if (run.outcome.wants(title))
      await take(run.browser, vscode, run.vsix).then(
        (names) => run.outcome.told({ type: 'pass', title: `${title}: ${names.join(', ')}`, ms: 0 }),
        (error) => run.outcome.told({ type: 'fail', title, error: error.message }),
      );
}

/** What can be had without a disk, in a web worker, from the folder that the package is unpacked into. */
async function web({ browser, vsix, outcome }) {
  const vscode = await installVsCode();
  const { folder, testsPath } = await bundleWebSuite(outcome.pattern);
  await withServer(vscode, { extensions: [vsix] }, async (server) => {
    const names = await readdir(server.extensions);
    const [bulwark] = names.filter((name) => name.startsWith('bulwark.'));
    const languages = ['docker', 'yaml', 'shellscript'].map((name) => join(vscode, 'extensions', name));
    await outcome.ofWindow('a web worker', browser, (page) =>
      prepareWorkerHost(page, server, {
        extensions: [folder, join(server.extensions, bulwark), ...languages],
        testsPath,
        workspace: 'memory:/workspace',
        settings: quietSettings,
      }),
    );
  });
}

/** Beside other extensions: one that is there from the start, and some that come and go. */
async function neighbours(run) {
  const vscode = await installVsCode();
  await withFixtures(async (folder) => {
    await packNeighbours(join(folder, 'neighbours'));
    const present = join(folder, 'neighbours', 'exiasr.hadolint.vsix');
    await withServer(vscode, { extensions: [run.vsix, present] }, (server) =>
      inWindow(run, server, 'neighbours', join(folder, windows[0])),
    );
  });
}

/** Everything, on a newer VS Code. */
async function newerFull(run) {
  const vscode = await installVsCode(versions.newer);
  await withServer(vscode, { extensions: [run.vsix] }, (server) => inWindows(run, server, 'full'));
  await testImagesView(run.browser, vscode, run.vsix, run.outcome);
}

/** A part of everything, on a newer VS Code: several folders, then one, beside other extensions in the end. */
async function newer(run) {
  const vscode = await installVsCode(versions.newer);
  await withServer(vscode, { extensions: [run.vsix] }, (server) =>
    withFixtures(async (folder) => {
      await packNeighbours(join(folder, 'neighbours'));
      for (const path of windows.toReversed()) await inWindow(run, server, 'newer', join(folder, path));
    }),
  );
}

/** Each run by its name: given the browser, the package and where to tell, it runs tests in VS Codes of its own. */
export const runs = {
  floor,
  pictures: takePictures,
  views,
  web,
  neighbours,
  newer,
  'newer-full': newerFull,
};

/** The runs that take place where none is named. */
export const byDefault = ['floor', 'pictures', 'views', 'web', 'neighbours', 'newer'];
