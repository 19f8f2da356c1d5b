import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, folder, openFile, replaceText, withSettings } from '../documents';
import { hoverTexts } from '../hovers';
import { codeActions, rulesOf, waitFor, waitForDiagnostics, waitForRule, waitForSilence } from '../findings';

const dockerfile = 'FROM ubuntu:24.04\nMAINTAINER somebody\nWORKDIR /app\n';

const hadolint = 'exiasr.hadolint';

/** Where the packages of the neighbours lie. */
const packageOf = (id: string): vscode.Uri =>
  vscode.Uri.joinPath(folder().uri, '..', 'neighbours', `${id}.vsix`);

async function install(id: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.extensions.installExtension', packageOf(id));
  await waitFor(`${id} there`, [vscode.extensions.onDidChange], () => vscode.extensions.getExtension(id));
}

async function uninstall(id: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.extensions.uninstallExtension', id);
  await waitFor(`${id} gone`, [vscode.extensions.onDidChange], () =>
    vscode.extensions.getExtension(id) === undefined ? true : undefined,
  );
}

/** WORKDIR, which a Dockerfile's language features explain. */
const workdir = new vscode.Position(2, 3);

/**
 * Asks until the answer is as wanted: no event tells that a server which was started again answers. Each question waits for
 * its answer, so this goes round no faster than the server.
 */
async function hoverTextsOnce(uri: vscode.Uri, wanted: (texts: readonly string[]) => boolean): Promise<void> {
  const end = Date.now() + 25_000;
  for (;;) {
    const texts = await hoverTexts(uri, workdir);
    if (wanted(texts)) return;
    assert.ok(Date.now() < end, texts.join('\n'));
  }
}

const settingsOfOthers = (): string =>
  JSON.stringify(
    ['docker', 'hadolint', 'yaml', 'containers'].map((key) => vscode.workspace.getConfiguration(key)),
  );

describe('beside other extensions', () => {
  // In some windows it is there from the start, in others it comes while Bulwark runs.
  before(async () => {
    if (vscode.extensions.getExtension(hadolint) === undefined) await install(hadolint);
  });
  let settings: string;
  beforeEach(() => (settings = settingsOfOthers()));
  afterEach(() => assert.equal(settingsOfOthers(), settings));
  afterEach(closeEditors);

  it('a finding of hadolint is not shown a second time, but repaired', async () => {
    const editor = await openFile('beside/Dockerfile', dockerfile);
    const { uri } = editor.document;
    await waitForSilence(uri, 'maintainer', 'user-root');
    const sources = vscode.languages.getDiagnostics(uri).map(({ source }) => source);
    assert.equal(sources.filter((source) => source === 'hadolint').length, 1);

    const actions = await codeActions(uri, new vscode.Range(1, 0, 1, 10), vscode.CodeActionKind.QuickFix);
    assert.ok(
      actions.some(({ title }) => title.includes('LABEL')),
      actions.map(({ title }) => title).join(', '),
    );
    await withSettings({ 'bulwark.overlappingFindings': 'show' }, async () => {
      await waitForRule(uri, 'maintainer');
    });
    await waitForSilence(uri, 'maintainer', 'user-root');
  });

  it('findings that hadolint does not have stay', async () => {
    const editor = await openFile('beside/own/Dockerfile', 'FROM ubuntu:24.04\nRUN true\n');
    const { uri } = editor.document;
    await waitForDiagnostics(uri, 'our own', (rules) => rules.includes('user-root'));
    await replaceText(editor, 'RUN true', 'MAINTAINER somebody');
    await waitForSilence(uri, 'maintainer', 'user-root');
    assert.ok(rulesOf(uri).includes('user-root'));
  });

  it('language features go to Docker DX when it comes, and return when it goes', async () => {
    const { document } = await openFile('beside/features/Dockerfile', dockerfile);
    await waitForRule(document.uri, 'user-root');
    assert.equal((await hoverTexts(document.uri, workdir)).length, 1);
    await install('docker.docker');
    await hoverTextsOnce(document.uri, (texts) => texts.length === 0);
    await waitForRule(document.uri, 'user-root');
    await uninstall('docker.docker');
    await hoverTextsOnce(document.uri, (texts) => texts.length === 1);
  });

  it('nothing is explained twice where another extension explains', async () => {
    const { document } = await openFile('beside/once/Dockerfile', dockerfile);
    await waitForRule(document.uri, 'user-root');
    await install('ms-azuretools.vscode-containers');
    await hoverTextsOnce(
      document.uri,
      (texts) => texts.length === 1 && texts.every((text) => text.includes('Container Tools')),
    );
    await withSettings({ 'bulwark.dockerfile.languageFeatures': 'on' }, async () => {
      await hoverTextsOnce(document.uri, (texts) => texts.length === 2);
    });
    await waitForRule(document.uri, 'user-root');
  });
});
