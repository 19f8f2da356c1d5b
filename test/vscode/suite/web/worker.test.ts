import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, folder, openFile } from '../documents';
import { hoverTexts } from '../hovers';
import { apply, codeActions, waitForDiagnostics, waitForRule } from '../findings';

describe('a window of the web', () => {
  afterEach(closeEditors);

  it('runs all extensions in a web worker, which has nothing of Node', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(vscode.env.remoteName, undefined);
    assert.equal(typeof (globalThis as { importScripts?: unknown }).importScripts, 'function');
    assert.equal(
      (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node,
      undefined,
    );
    assert.equal(folder().uri.scheme, 'memory');
  });

  it('explains an image, from the catalogue that the page has read', async () => {
    const { document } = await openFile('hover/Dockerfile', 'FROM dhi.io/python:3.13-debian13\n');
    await waitForDiagnostics(document.uri, 'the analysis', () => true);
    const texts = await hoverTexts(document.uri, new vscode.Position(0, 8));
    assert.match(texts.join('\n'), /nonroot|65532/);
  });

  it('explains a key of a Compose file', async () => {
    const { document } = await openFile('hover/compose.yaml', 'services:\n  web:\n    image: nginx:1.29\n');
    await waitForDiagnostics(document.uri, 'the analysis', (rules) => rules.length > 0);
    const texts = await hoverTexts(document.uri, new vscode.Position(2, 5));
    assert.match(texts.join('\n'), /image/);
  });

  it('explains an instruction and lists them all', async () => {
    const { document } = await openFile('outline/Dockerfile', 'FROM alpine:3.22\nUSER 65532\n');
    await waitForDiagnostics(document.uri, 'the analysis', () => true);
    const texts = await hoverTexts(document.uri, new vscode.Position(1, 1));
    assert.match(texts.join('\n'), /USER daemon/);
    const symbols = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['FROM', 'USER'],
    );
  });

  it('migrates a Dockerfile to hardened images', async () => {
    const text = [
      'FROM python:3.13',
      'WORKDIR /app',
      'COPY requirements.txt .',
      'RUN pip install -r requirements.txt',
      'COPY . .',
      'CMD ["python", "main.py"]',
      '',
    ].join('\n');
    const { document } = await openFile('migrate/Dockerfile', text);
    await waitForRule(document.uri, 'user-root');
    const actions = await codeActions(
      document.uri,
      new vscode.Range(0, 0, 0, 4),
      vscode.CodeActionKind.RefactorRewrite,
    );
    const migration = actions.find(({ title }) => /migrate/i.test(title));
    assert.ok(migration, actions.map(({ title }) => title).join(', '));
    await apply(migration);
    assert.match(document.getText(), /^FROM dhi\.io\/python:\S+-dev AS /m);
  });

  it('reads what lies around a file through the page', async () => {
    await openFile('configured/bulwark.json', '{ "rules": { "user-root": "error" } }');
    const { document } = await openFile('configured/Dockerfile', 'FROM ubuntu:24.04\nRUN true\n');
    const finding = await waitForRule(document.uri, 'user-root');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
  });
});
