// npm run screenshots: the pictures of the README and of the walkthrough, anew, from the extension as it is.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pictures, takeScreenshots } from '../test/vscode/screenshots.mjs';
import { drawWalkthrough } from '../test/vscode/walkthrough-pictures.mjs';
import { root } from './command.mjs';
import { main } from './main.mjs';
import { launchBrowser } from './vscode/browser.mjs';
import { installVsCode } from './vscode/install.mjs';
import { packExtension } from './vsix.mjs';

await main(async () => {
  const { vsix } = await packExtension();
  const vscode = await installVsCode();
  const browser = await launchBrowser();
  try {
    for (const name of await takeScreenshots(browser, vscode, vsix)) {
      await cp(join(pictures, name), join(root, 'images', name));
      console.log(`images/${name}`);
    }
    for (const name of await drawWalkthrough(browser, vscode, vsix)) {
      await cp(join(pictures, name), join(root, 'docs', 'walkthrough', name));
      console.log(`docs/walkthrough/${name}`);
    }
  } finally {
    await browser.close();
  }
});
