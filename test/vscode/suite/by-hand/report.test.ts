import assert from 'node:assert/strict';
import { on } from 'node:events';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, folder, openFile } from '../documents';
import { waitFor, waitForRule } from '../findings';
import { clickLink, saveAs } from '../hand';

const { window } = vscode;

/** Writes a file without opening it. */
async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder().uri, path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

function reportTab(): Promise<vscode.Tab> {
  return waitFor('the report', [window.tabGroups.onDidChangeTabs], () =>
    window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === 'Hardening Report'),
  );
}

describe('the hardening report', () => {
  afterEach(closeEditors);

  it('opens as a page, where a click on a line leads to the file', async () => {
    const uri = await write('report/first/Dockerfile', 'FROM debian:13\n\nRUN apt-get install curl\n');
    await vscode.commands.executeCommand('bulwark.openReport');
    await reportTab();
    clickLink('report/first/Dockerfile', '3');
    const editor = await waitFor('the file', [window.onDidChangeActiveTextEditor], () =>
      window.activeTextEditor?.document.uri.toString() === uri.toString()
        ? window.activeTextEditor
        : undefined,
    );
    await waitFor('the line', [window.onDidChangeTextEditorSelection], () =>
      editor.selection.active.line === 2 ? true : undefined,
    );
  });

  it('leads from a rule to its page', async () => {
    await write('report/second/Dockerfile', 'FROM debian:13\nRUN apt-get install curl\n');
    await vscode.commands.executeCommand('bulwark.openReport');
    await reportTab();
    clickLink('report/second/Dockerfile', 'apt-assume-yes');
    await waitFor('the page of the rule', [window.tabGroups.onDidChangeTabs], () =>
      window.tabGroups.activeTabGroup.activeTab?.label.includes('apt-assume-yes') === true ? true : undefined,
    );
  });

  it('is made anew and saved as Markdown from the page', async () => {
    const { document } = await openFile('report/third/Dockerfile', 'FROM debian:latest\n');
    await waitForRule(document.uri, 'image-tag-latest');
    await vscode.commands.executeCommand('bulwark.openReport');
    await reportTab();
    const target = vscode.Uri.joinPath(folder().uri, 'saved-report.md');
    const text = await written(target, () => {
      clickLink('Actions', 'Save Report…');
      saveAs('Save Report', 'hardening-report.html', target);
    });
    assert.match(text, /^# Hardening report\n\n\d+ findings/);
    assert.match(text, /^### `report\/third\/Dockerfile`$/m);
  });

  it('opens no file outside of the workspace', async () => {
    const outside = vscode.Uri.joinPath(folder().uri, '../../etc/hostname').toString();
    await vscode.commands.executeCommand('bulwark.openPlace', outside, 1, 1);
    await vscode.commands.executeCommand('bulwark.openPlace', 'untitled:x', 1, 1);
    await vscode.commands.executeCommand('bulwark.openPlace', folder().uri.toString(), '1', {});
    assert.equal(window.activeTextEditor, undefined);
  });
});

/** The text of a file as soon as the work has written one. */
async function written(file: vscode.Uri, work: () => void): Promise<string> {
  const watcher = watch(dirname(file.fsPath));
  try {
    const changes = on(watcher, 'change');
    work();
    for (;;) {
      await changes.next();
      // A file is there before its text.
      const text = await readFile(file.fsPath, 'utf8').catch(() => '');
      if (text !== '') return text;
    }
  } finally {
    watcher.close();
  }
}
