import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, folder, openFile, withSettings } from '../documents';
import { waitFor, waitForRule, waitForSilence } from '../findings';

describe('a workspace of several folders', () => {
  afterEach(closeEditors);

  before('has its folders', () =>
    waitFor('two folders', [vscode.workspace.onDidChangeWorkspaceFolders], () =>
      vscode.workspace.workspaceFolders?.length === 2 ? true : undefined,
    ),
  );

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
