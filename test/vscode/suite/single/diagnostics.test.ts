import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile, openFixture, replaceText } from '../documents';
import { findings, ruleOf, waitForDiagnostics, waitForRule, waitForSilence } from '../findings';

describe('diagnostics', () => {
  afterEach(closeEditors);

  it('appear for an opened Dockerfile, at the text to change', async () => {
    const { document } = await openFixture('Dockerfile');
    const latest = await waitForRule(document.uri, 'image-tag-latest');
    assert.equal(document.languageId, 'dockerfile');
    assert.equal(latest.source, 'bulwark');
    assert.equal(latest.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(document.getText(latest.range), /latest$/);
    assert.equal(latest.range.start.line, 0);
    const root = await waitForRule(document.uri, 'user-root');
    assert.equal(root.severity, vscode.DiagnosticSeverity.Warning);
    const unattended = await waitForRule(document.uri, 'apt-assume-yes');
    assert.equal(unattended.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(unattended.range.start.line, 1);
  });

  it('appear for an opened Compose file', async () => {
    const { document } = await openFixture('compose.yaml');
    const privileged = await waitForRule(document.uri, 'privileged');
    assert.equal(document.languageId, 'dockercompose');
    assert.equal(privileged.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(privileged.range.start.line, 3);
  });

  it('link to the page of their rule', async () => {
    const { document } = await openFixture('Dockerfile');
    const { code } = await waitForRule(document.uri, 'user-root');
    assert.ok(typeof code === 'object');
    assert.match(code.target.toString(), /user-root/);
  });

  it('follow the text: a fault that is repaired goes, one that is typed comes', async () => {
    const editor = await openFile('follow/Dockerfile', 'FROM ubuntu:latest\nRUN true\n');
    const { uri } = editor.document;
    await waitForRule(uri, 'image-tag-latest');
    await replaceText(editor, 'latest', '24.04');
    await waitForSilence(uri, 'image-tag-latest', 'user-root');
    await replaceText(editor, 'true', 'apt-get update && apt-get install curl');
    const typed = await waitForRule(uri, 'apt-assume-yes');
    assert.equal(typed.range.start.line, 1);
    await replaceText(editor, '\nRUN', '\n\n\nRUN');
    await waitForDiagnostics(uri, 'the finding two lines below', (_rules, diagnostics) =>
      diagnostics.some((each) => ruleOf(each) === 'apt-assume-yes' && each.range.start.line === 3),
    );
  });

  it('vanish when the last fault is repaired', async () => {
    const editor = await openFile('vanish/Dockerfile', 'FROM ubuntu:latest\nUSER 65532:65532\n');
    const { uri } = editor.document;
    await waitForRule(uri, 'image-tag-latest');
    await replaceText(editor, 'latest', '24.04');
    await waitForDiagnostics(uri, 'no finding', (rules) => rules.length === 0);
  });

  it('reach a document that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'dockerfile',
      content: 'FROM ubuntu:latest\n',
    });
    await vscode.window.showTextDocument(document);
    assert.equal(document.uri.scheme, 'untitled');
    await waitForRule(document.uri, 'image-tag-latest');
  });

  it('stand at the right place where lines end in CRLF', async () => {
    const text = 'FROM ubuntu:24.04\r\n\r\nRUN apt-get update \\\r\n    && apt-get install curl\r\n';
    const { document } = await openFile('crlf/Dockerfile', text);
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    const { range } = await waitForRule(document.uri, 'apt-assume-yes');
    assert.equal(range.start.line, 3);
    assert.match(document.getText(range), /^apt-get install/);
  });

  it('stay away from files of other languages', async () => {
    const other = await openFile('other/notes.txt', 'FROM ubuntu:latest\n');
    const { document } = await openFixture('Dockerfile');
    await waitForRule(document.uri, 'image-tag-latest');
    assert.deepEqual(findings(other.document.uri), []);
  });
});
