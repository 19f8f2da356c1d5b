import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, folder } from '../documents';
import { findings, ruleOf, waitForDiagnostics, waitForRule } from '../findings';

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Writes a file without opening it. */
async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder().uri, path);
  await vscode.workspace.fs.writeFile(uri, encoded(text));
  return uri;
}

const lint = (): Thenable<void> => vscode.commands.executeCommand('bulwark.lintWorkspace');

describe('linting the workspace', () => {
  afterEach(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('bulwark.clearWorkspaceFindings');
  });

  it('shows what is found in files that nobody has opened, and nothing that is left out', async () => {
    const dockerfile = await write('lint/Dockerfile', 'FROM debian:latest\n');
    const compose = await write(
      'lint/compose.yaml',
      'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n',
    );
    await write('lint/out/.gitignore', 'Dockerfile\n');
    const ignored = await write('lint/out/Dockerfile', 'FROM debian:latest\n');
    await lint();
    assert.ok(findings(dockerfile).map(ruleOf).includes('image-tag-latest'));
    assert.ok(findings(compose).map(ruleOf).includes('privileged'));
    assert.deepEqual(findings(ignored), []);
    assert.ok(vscode.workspace.textDocuments.every(({ uri }) => uri.toString() !== dockerfile.toString()));
    const [first] = findings(dockerfile);
    assert.ok(typeof first?.code === 'object' && first.code.target.scheme === 'command');
  });

  it('shows nothing twice while a file is opened and closed again', async () => {
    const uri = await write('lint/twice/Dockerfile', 'FROM debian:latest\n');
    await lint();
    const before = findings(uri).map(ruleOf).sort();
    assert.equal(new Set(before).size, before.length);
    await vscode.window.showTextDocument(uri, { preview: false });
    const same = (rules: readonly string[]): boolean => [...rules].sort().join() === before.join();
    await waitForDiagnostics(uri, 'the same findings in the editor', same);
    await lint();
    assert.deepEqual(findings(uri).map(ruleOf).sort(), before);
    await closeEditors();
    await waitForDiagnostics(uri, 'the same findings after it was closed', same);
  });

  it('follows files that are changed and deleted by others', async () => {
    const uri = await write('lint/follow/Dockerfile', 'FROM debian:latest\nUSER 1000\n');
    await lint();
    await waitForRule(uri, 'image-tag-latest');
    await write('lint/follow/Dockerfile', 'FROM debian:13\nRUN apt-get install curl\nUSER 1000\n');
    await waitForDiagnostics(
      uri,
      'the new findings',
      (rules) => rules.includes('apt-assume-yes') && !rules.includes('image-tag-latest'),
    );
    await vscode.workspace.fs.delete(uri);
    await waitForDiagnostics(uri, 'no findings', (rules) => rules.length === 0);
  });

  it('finds nothing any more once it is cleared', async () => {
    const uri = await write('lint/clear/Dockerfile', 'FROM debian:latest\n');
    await lint();
    assert.ok(findings(uri).length > 0);
    await vscode.commands.executeCommand('bulwark.clearWorkspaceFindings');
    assert.deepEqual(findings(uri), []);
  });
});
