import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile, replaceText, withSettings } from '../documents';
import { apply, codeActions, rulesOf, waitForDiagnostics } from '../findings';

const before = [
  'FROM debian:12.11',
  'RUN apt-get update && apt-get install --no-install-recommends curl && rm -rf /var/lib/apt/lists/*',
  'ADD start.sh /usr/local/bin/',
  'ADD stop.sh /usr/local/bin/',
  '',
].join('\n');

const after = before.replace('apt-get install', 'apt-get install -y').replaceAll('ADD', 'COPY');

describe('fix all', () => {
  afterEach(closeEditors);

  it('applies every safe fix and no offer', async () => {
    const { document } = await openFile('fix-all/Dockerfile', before);
    await waitForDiagnostics(document.uri, 'the three faults', (rules) => rules.length >= 4);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const kind = vscode.CodeActionKind.SourceFixAll.append('bulwark');
    const actions = await codeActions(document.uri, whole, kind);
    const [action, ...others] = actions;
    assert.deepEqual(others, []);
    assert.ok(action);
    await apply(action);
    assert.equal(document.getText(), after);
    await waitForDiagnostics(
      document.uri,
      'what is no safe fix',
      (rules) => !rules.includes('apt-assume-yes'),
    );
    assert.ok(rulesOf(document.uri).includes('user-root'));
  });

  it('runs on save where the settings say so', async () => {
    const actions = { 'source.fixAll.bulwark': 'explicit' };
    await withSettings({ 'editor.codeActionsOnSave': actions }, async () => {
      const editor = await openFile('fix-on-save/Dockerfile', before);
      await replaceText(editor, '12.11', '12.12');
      await waitForDiagnostics(editor.document.uri, 'the faults', (rules) => rules.length >= 4);
      await vscode.commands.executeCommand('workbench.action.files.save');
      assert.equal(editor.document.isDirty, false);
      assert.equal(editor.document.getText(), after.replace('12.11', '12.12'));
    });
  });

  it('leaves the text alone on save where they do not', async () => {
    const editor = await openFile('no-fix-on-save/Dockerfile', before);
    await replaceText(editor, '12.11', '12.12');
    await waitForDiagnostics(editor.document.uri, 'the faults', (rules) => rules.length >= 4);
    await vscode.commands.executeCommand('workbench.action.files.save');
    assert.equal(editor.document.getText(), before.replace('12.11', '12.12'));
  });
});
