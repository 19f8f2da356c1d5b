import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile } from '../documents';
import { waitForDiagnostics } from '../findings';

const service = (name: string): string =>
  `  ${name}:\n    image: dhi.io/python:3.13-debian13\n    command: ["python3", "-m", "http.server", "8080"]\n    read_only: true\n`;

describe('commands that carry out an offer', () => {
  afterEach(closeEditors);

  it('harden the service at the cursor and leave the others', async () => {
    const before = `services:\n${service('web')}${service('api')}`;
    const editor = await openFile('harden/compose.yaml', before);
    await waitForDiagnostics(
      editor.document.uri,
      'two services that lack something',
      (rules) => rules.filter((rule) => rule === 'cap-drop-missing').length === 2,
    );
    const inApi = editor.document.positionAt(before.lastIndexOf('read_only'));
    editor.selection = new vscode.Selection(inApi, inApi);
    await vscode.commands.executeCommand('bulwark.hardenService');
    const [web, api = ''] = editor.document.getText().split('  api:\n');
    assert.equal(web, `services:\n${service('web')}`);
    assert.match(api, /^ {4}cap_drop:\n {6}- ALL$/m);
    assert.match(api, /no-new-privileges/);
  });

  it('leave a file in which nothing can be migrated as it is', async () => {
    const before = 'FROM dhi.io/python:3.13-debian13\nCMD ["python3"]\n';
    const { document } = await openFile('no-migration/Dockerfile', before);
    await vscode.commands.executeCommand('bulwark.migrate');
    assert.equal(document.getText(), before);
  });
});
