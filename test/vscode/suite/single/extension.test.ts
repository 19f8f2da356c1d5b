import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile, openFixture, replaceText } from '../documents';
import { waitForRule, waitForSilence } from '../findings';

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('bulwark.bulwark');
  assert.ok(found, 'Bulwark is not installed.');
  return found;
}

describe('the extension', () => {
  afterEach(closeEditors);

  it('is started by a Dockerfile from the package that users install', async () => {
    const { document } = await openFixture('Dockerfile');
    await waitForRule(document.uri, 'user-root');
    assert.equal(extension().isActive, true);
    assert.match(extension().extensionUri.path, /\/extensions\/bulwark\.bulwark-[^/]+$/);
  });

  it('has every command that it announces', async () => {
    await extension().activate();
    const manifest = extension().packageJSON as {
      contributes: { commands: readonly { command: string }[] };
    };
    const present = new Set(await vscode.commands.getCommands(true));
    const announced = manifest.contributes.commands.map(({ command }) => command);
    assert.ok(announced.length > 0);
    assert.deepEqual(
      announced.filter((command) => !present.has(command)),
      [],
    );
  });

  it('goes on with open documents after a restart of its server', async () => {
    const editor = await openFile('restart/Dockerfile', 'FROM ubuntu:latest\nRUN true\n');
    await waitForRule(editor.document.uri, 'image-tag-latest');
    await vscode.commands.executeCommand('bulwark.restart');
    await waitForRule(editor.document.uri, 'image-tag-latest');
    await replaceText(editor, 'latest', '24.04');
    await waitForSilence(editor.document.uri, 'image-tag-latest', 'user-root');
  });
});
