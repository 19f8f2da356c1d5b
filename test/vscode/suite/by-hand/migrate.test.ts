import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFixture } from '../documents';
import { waitFor, waitForDiagnostics } from '../findings';
import { endPreview } from '../hand';

/** The demo's service in one stage, as it stands in the repository. */
async function openDemo(): Promise<vscode.TextEditor> {
  const editor = await openFixture('demo/uv-app/Dockerfile');
  await waitForDiagnostics(editor.document.uri, 'the faults', (rules) => rules.includes('dhi-available'));
  return editor;
}

describe('the migration of the demo', () => {
  afterEach(closeEditors);

  it('is shown by the command, makes the steps that are ticked and leaves the others', async () => {
    const { document } = await openDemo();
    endPreview('apply', 'Take out what the hardened image has');
    await vscode.commands.executeCommand('bulwark.migrate');
    const text = document.getText();
    assert.match(text, /^FROM dhi\.io\/python:\S+-dev AS builder$/m);
    assert.match(text, /^RUN apt-get install curl ca-certificates sudo$/m);
    assert.match(text, /^COPY --from=dhi\.io\/uv:\S+ \/uv \/uvx \/bin\/$/m);
    const [, shipped = ''] = text.split(/^FROM dhi\.io\/python:\S+(?<!-dev)$/m);
    assert.match(shipped, /^COPY --from=builder \/app\/\.venv \/app\/\.venv$/m);
    assert.match(shipped, /^EXPOSE 8000\nCMD \["stock-api"\]\n$/m);
    assert.doesNotMatch(shipped, /^RUN /m);
  });

  it('changes nothing when the preview is discarded', async () => {
    const { document } = await openDemo();
    const before = document.getText();
    endPreview('discard');
    await vscode.commands.executeCommand('bulwark.migrate');
    assert.equal(document.getText(), before);
  });

  it('is shown by the light bulb on FROM as well', async () => {
    const editor = await openDemo();
    const { document } = editor;
    const from = document.positionAt(document.getText().indexOf('FROM'));
    editor.selection = new vscode.Selection(from, from);
    endPreview('apply');
    const kind = 'refactor.rewrite.bulwark.migrate';
    await vscode.commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' });
    await waitFor('all steps', [vscode.workspace.onDidChangeTextDocument], () =>
      /^RUN apt-get install curl sudo$/m.test(document.getText()) ? true : undefined,
    );
    assert.match(document.getText(), /^FROM dhi\.io\/python:\S+-dev AS builder$/m);
    assert.match(document.getText(), /^CMD \["stock-api"\]$/m);
  });
});
