import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pack } from '../../scripts/vsix.mjs';

/**
 * Extensions with the names of others that look at Dockerfiles and Compose files. Each shows a little of what the real
 * one shows; without code it is only there.
 */
const neighbours = {
  'docker.docker': '',
  'ms-azuretools.vscode-containers': `
    const vscode = require('vscode');
    exports.activate = ({ subscriptions }) => {
      const provideHover = () => new vscode.Hover('A hover of Container Tools');
      subscriptions.push(vscode.languages.registerHoverProvider('dockerfile', { provideHover }));
    };`,
  'exiasr.hadolint': `
    const vscode = require('vscode');
    exports.activate = ({ subscriptions }) => {
      const shown = vscode.languages.createDiagnosticCollection('hadolint');
      const look = (document) => {
        if (document.languageId !== 'dockerfile') return;
        const lines = document.getText().split('\\n');
        const line = lines.findIndex((each) => each.startsWith('MAINTAINER'));
        if (line === -1) return shown.delete(document.uri);
        const finding = new vscode.Diagnostic(new vscode.Range(line, 0, line, 10), 'MAINTAINER is deprecated');
        shown.set(document.uri, [Object.assign(finding, { source: 'hadolint', code: 'DL4000' })]);
      };
      vscode.workspace.textDocuments.forEach(look);
      subscriptions.push(
        shown,
        vscode.workspace.onDidOpenTextDocument(look),
        vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
        vscode.workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri)),
      );
    };`,
};

/**
 * Packs them, each as <id>.vsix in a folder.
 *
 * @param {string} folder
 */
export async function packNeighbours(folder) {
  for (const [id, code] of Object.entries(neighbours)) {
    const [publisher, name] = id.split('.');
    const source = join(folder, id);
    await mkdir(source, { recursive: true });
    const manifest = {
      name,
      publisher,
      version: '0.0.1',
      description: 'Stands for another extension.',
      engines: { vscode: '^1.100.0' },
      files: ['main.js', 'LICENSE'],
      ...(code !== '' && { main: './main.js', activationEvents: ['onLanguage:dockerfile'] }),
      capabilities: { untrustedWorkspaces: { supported: true } },
    };
    await writeFile(join(source, 'package.json'), JSON.stringify(manifest));
    await writeFile(join(source, 'main.js'), code);
    await writeFile(join(source, 'LICENSE'), '');
    await writeFile(join(source, 'README.md'), `# ${id}\n`);
    await pack({ cwd: source, packagePath: join(folder, `${id}.vsix`) });
  }
}
