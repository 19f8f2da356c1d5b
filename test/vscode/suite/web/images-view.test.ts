import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, folder } from '../documents';
import { waitFor } from '../findings';
import { clickBelow } from '../hand';

describe('the view of images in a window of the web', () => {
  afterEach(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('shows what is known of an image, and leads to the line of a use', async () => {
    const uri = vscode.Uri.joinPath(folder().uri, 'images-view/compose.yaml');
    // A name that stands above those of the other tests: a row that is out of sight cannot be clicked.
    const text = 'services:\n  web:\n    image: a.example.com/web:1\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.commands.executeCommand('bulwark.images.focus');
    clickBelow('a.example.com/web:1, not hardened, 1 use', 'images-view/compose.yaml:3');
    const { window } = vscode;
    const editor = await waitFor('the file', [window.onDidChangeActiveTextEditor], () =>
      window.activeTextEditor?.document.uri.toString() === uri.toString()
        ? window.activeTextEditor
        : undefined,
    );
    const selected = await waitFor('the reference', [window.onDidChangeTextEditorSelection], () =>
      editor.selection.isEmpty ? undefined : editor.document.getText(editor.selection),
    );
    assert.equal(selected, 'a.example.com/web:1');
  });
});
