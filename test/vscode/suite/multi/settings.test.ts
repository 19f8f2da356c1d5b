import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, folder, openFile, withSettings } from '../documents';
import { waitFor, waitForRule, waitForSilence } from '../findings';

/**
 * The web workbench sometimes opens a .code-workspace without its folders: it misses what it has read while it was starting.
 * It reads the file again when the file is saved.
 */
async function foldersOpen(): Promise<void> {
  const { workspaceFile, workspaceFolders } = vscode.workspace;
  assert.ok(workspaceFile);
  if (workspaceFolders === undefined || workspaceFolders.length === 0) {
    const editor = await vscode.window.showTextDocument(workspaceFile);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
    await editor.document.save();
  }
  await waitFor('two folders', [vscode.workspace.onDidChangeWorkspaceFolders], () =>
    vscode.workspace.workspaceFolders?.length === 2 ? true : undefined,
  );
}

describe('a workspace of several folders', () => {
  before(foldersOpen);
  afterEach(closeEditors);

  it('gives each document the settings of its folder', async () => {
    const text = 'services:\n  web:\n    image: nginx:latest\n';
    const strict = await openFile('compose.yaml', text, folder('strict'));
    const firm = await waitForRule(strict.document.uri, 'cap-drop-missing');
    assert.equal(firm.severity, vscode.DiagnosticSeverity.Warning);
    await waitForRule(strict.document.uri, 'image-tag-latest');

    const quiet = await openFile('compose.yaml', text, folder('quiet'));
    await waitForSilence(quiet.document.uri, 'image-tag-latest', 'cap-drop-missing');
    const mild = await waitForRule(quiet.document.uri, 'cap-drop-missing');
    assert.equal(mild.severity, vscode.DiagnosticSeverity.Hint);
  });

  it('changes the findings of one folder and leaves those of the other', async () => {
    const text = 'FROM ubuntu:latest\nRUN apt-get update && apt-get install curl\n';
    const one = await openFile('one/Dockerfile', text, folder('strict'));
    await waitForRule(one.document.uri, 'user-root');
    const other = await openFile('other/Dockerfile', text, folder('quiet'));
    await waitForRule(other.document.uri, 'user-root');
    await withSettings(
      { 'bulwark.rules': { 'user-root': 'off' } },
      async () => {
        await waitForSilence(one.document.uri, 'user-root', 'image-tag-latest');
        await waitForRule(other.document.uri, 'user-root');
      },
      folder('strict'),
    );
    await waitForRule(one.document.uri, 'user-root');
  });
});
