import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile } from '../documents';
import { waitFor } from '../findings';

/** Inserts a snippet of ours by its name, as the command "Insert Snippet" does. */
async function insert(document: vscode.TextDocument, name: string): Promise<string> {
  await vscode.commands.executeCommand('editor.action.insertSnippet', {
    langId: document.languageId,
    name,
  });
  return waitFor(`the text of ${name}`, [vscode.workspace.onDidChangeTextDocument], () => {
    const text = document.getText();
    return text.trim() === '' ? undefined : text;
  });
}

describe('snippets', () => {
  afterEach(closeEditors);

  it('write a hardened uv Dockerfile', async () => {
    const { document } = await openFile('snippet/Dockerfile', '');
    const text = await insert(document, 'uv project, hardened');
    assert.match(text, /^FROM dhi\.io\/python:.+-dev AS builder$/m);
    assert.match(text, /^COPY --from=builder \/app\/\.venv \/app\/\.venv$/m);
    assert.doesNotMatch(text, /\$\{|\$\d/);
  });

  it('write a hardened Compose service', async () => {
    const { document } = await openFile('snippet/compose.yaml', '');
    const text = await insert(document, 'Hardened service');
    assert.match(text, /^ {2}read_only: true$/m);
  });

  it('are offered under one prefix', async () => {
    const { document } = await openFile('snippet-offer/Dockerfile', 'bw-u');
    const offered = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, 4),
    );
    const labels = offered.items
      .filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet)
      .map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('bw-uv'), labels.join(', '));
  });
});
