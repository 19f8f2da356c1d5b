// npm run test:electron: the same suite in a desktop VS Code, which is downloaded. Needs open internet access and a display.
// Acts on the packaged extension, installed into that VS Code.
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron';
import { root } from '../../scripts/command.mjs';
import { main } from '../../scripts/main.mjs';
import { packExtension } from '../../scripts/vsix.mjs';
import { bundleSuite } from './bundle-suite.mjs';

const workspaces = ['workspace', 'multi-root/multi-root.code-workspace'];

function install(executable, own, vsix) {
  const [cli, ...words] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const { status } = spawnSync(cli, [...words, ...own, '--install-extension', vsix], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`VS Code did not install ${vsix}.`);
}

await main(async () => {
  const { vsix } = await packExtension();
  const extensionTestsPath = await bundleSuite();
  const vscodeExecutablePath = await downloadAndUnzipVSCode({
    version: process.env.VSCODE_VERSION ?? 'stable',
    cachePath: join(root, '.cache', 'vscode-test'),
  });
  const folder = await mkdtemp(join(tmpdir(), 'bulwark-electron-'));
  try {
    const own = [`--user-data-dir=${join(folder, 'user')}`, `--extensions-dir=${join(folder, 'extensions')}`];
    install(vscodeExecutablePath, own, vsix);
    await cp(join(root, 'test', 'fixtures', 'vscode'), join(folder, 'fixtures'), { recursive: true });
    await cp(join(root, 'demo'), join(folder, 'fixtures', 'workspace', 'demo'), { recursive: true });
    let failed = 0;
    for (const workspace of workspaces) {
      failed += await runTests({
        vscodeExecutablePath,
        extensionDevelopmentPath: join(root, 'test', 'vscode', 'host'),
        extensionTestsPath,
        launchArgs: [...own, '--disable-workspace-trust', join(folder, 'fixtures', workspace)],
      }).catch((error) => {
        console.error(error.message);
        return 1;
      });
    }
    return failed === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
