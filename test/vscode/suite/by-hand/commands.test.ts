import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, folder, openFile } from '../documents';
import { waitFor, waitForDiagnostics } from '../findings';
import { accept, choose, tick, pressButton } from '../hand';

const dockerfile = [
  'FROM dhi.io/python:3.13-debian13-dev AS build',
  'RUN apt-get install curl',
  'FROM dhi.io/uv:0.12-debian13',
  'WORKDIR /srv',
  'CMD ["--help"]',
  '',
].join('\n');

const compose = [
  'services:',
  '  web:',
  '    image: dhi.io/python:3.13-debian13',
  '    command: ["python3", "-m", "http.server", "8080"]',
  '',
].join('\n');

const debug = 'Debug with Image Mount';

/** The code lens with this title, as VS Code shows it. */
async function lens(uri: vscode.Uri, title: string): Promise<vscode.Command> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    50,
  );
  const found = lenses.find(({ command }) => command?.title === title)?.command;
  assert.ok(found, `No lens "${title}".`);
  return found;
}

function caretAt(editor: vscode.TextEditor, text: string): void {
  const position = editor.document.positionAt(editor.document.getText().indexOf(text));
  editor.selection = new vscode.Selection(position, position);
}

describe('commands', () => {
  afterEach(closeEditors);

  it('copy the debug command of the image whose code lens was clicked', async () => {
    const { document } = await openFile('commands/Dockerfile', dockerfile);
    await waitForDiagnostics(document.uri, 'the analysis', (rules) => rules.includes('apt-assume-yes'));
    const { command, arguments: words = [] } = await lens(document.uri, 'Debug with image mount');
    accept(`${debug}: container`, 'my-app');
    choose('Image of the shell', 'dhi.io/busybox');
    accept(`${debug}: options`);
    choose(debug, 'Copy');
    await vscode.commands.executeCommand(command, ...(words as unknown[]));
    assert.equal(
      await vscode.env.clipboard.readText(),
      'docker run --rm -it --pid container:my-app --mount=type=image,source=dhi.io/busybox:1.37-debian13,destination=/dbg,ro --entrypoint /dbg/bin/sh dhi.io/uv:0.12-debian13',
    );
  });

  it('insert at the cursor what is known of the service that it stands in', async () => {
    const editor = await openFile('commands/insert/compose.yaml', compose);
    caretAt(editor, 'command:');
    accept(`${debug}: container`);
    choose('Image of the shell', 'busybox:1.37-uclibc');
    tick(`${debug}: options`, 'As root');
    accept(`${debug}: options`);
    choose(debug, 'Insert at Cursor');
    await vscode.commands.executeCommand('bulwark.debugWithImageMount');
    const line =
      '    # docker run --rm -it --pid container:insert-web-1 -u 0 --mount=type=image,source=busybox:1.37-uclibc,destination=/dbg,ro dhi.io/python:3.13-debian13 /dbg/bin/sh\n';
    assert.equal(editor.document.getText(), compose.replace('    command:', `${line}    command:`));
  });

  it('add a debug sidecar to a Compose file', async () => {
    const editor = await openFile('commands/sidecar/compose.yaml', compose);
    caretAt(editor, 'command:');
    accept(`${debug}: container`);
    choose('Image of the shell', 'busybox:1.37-uclibc');
    accept(`${debug}: options`);
    choose(debug, 'Add a Debug Sidecar');
    await vscode.commands.executeCommand('bulwark.debugWithImageMount');
    assert.match(editor.document.getText(), /^ {2}web-debug:\n {4}image: busybox:1\.37-uclibc$/m);
  });

  it('take nothing from a hostile file that is no name', async () => {
    const hostile =
      'services:\n  web:\n    image: "$(touch pwned)"\n    container_name: "x; touch pwned"\n    command: ["x"]\n';
    const editor = await openFile('commands/hostile/compose.yaml', hostile);
    caretAt(editor, 'command:');
    await vscode.env.clipboard.writeText('untouched');
    accept('Docker Debug: container or image', '--privileged');
    accept('Docker Debug: container or image', 'web-1');
    choose('Docker Debug', 'Copy');
    await vscode.commands.executeCommand('bulwark.dockerDebug');
    assert.equal(await vscode.env.clipboard.readText(), 'docker debug web-1');
  });

  it('scan the image at the cursor, with a dev image of OpenSCAP', async () => {
    const editor = await openFile('commands/scan/compose.yaml', compose);
    caretAt(editor, 'command:');
    const scan = 'Scan with OpenSCAP (STIG)';
    choose(`${scan}: what?`, 'The Image');
    choose(scan, 'Copy');
    await vscode.commands.executeCommand('bulwark.scanWithOpenScap');
    const line = await vscode.env.clipboard.readText();
    assert.match(
      line,
      /--entrypoint oscap-docker dhi\.io\/openscap:[\w.-]+-dev container bulwark-scan-\w{4} xccdf eval/,
    );
    assert.match(line, /--entrypoint \/busybox\/bin\/sleep dhi\.io\/python:3\.13-debian13 infinity/);
  });

  it('open the report of a scan once it is written', async () => {
    const editor = await openFile('commands/report/compose.yaml', compose);
    caretAt(editor, 'command:');
    const scan = 'Scan with OpenSCAP (STIG)';
    choose(`${scan}: what?`, 'The Image');
    choose(scan, 'Run in Terminal');
    await vscode.commands.executeCommand('bulwark.scanWithOpenScap');
    // There is no engine that scans: what it would write at its end is written here, again and again, as nothing tells
    // from when on VS Code watches the folder.
    const report = vscode.Uri.joinPath(folder().uri, 'out', 'report.html');
    const write = () => vscode.workspace.fs.writeFile(report, new TextEncoder().encode('<h1>Report</h1>\n'));
    const writing = setInterval(() => void write(), 1000);
    await write();
    pressButton('The STIG report is written', 'Open Report');
    const { tabGroups } = vscode.window;
    try {
      await waitFor('the report', [tabGroups.onDidChangeTabs], () =>
        tabGroups.activeTabGroup.activeTab?.label === 'report.html' ? true : undefined,
      );
    } finally {
      clearInterval(writing);
    }
  });

  it('create the .dockerignore of a Dockerfile', async () => {
    await openFile('commands/ignore/compose.yaml', 'services:\n  web:\n    build: .\n');
    const { document } = await openFile('commands/ignore/Dockerfile', 'FROM python:3.13\nCOPY . .\n');
    await waitForDiagnostics(document.uri, 'copy-whole-context', (rules) =>
      rules.includes('copy-whole-context'),
    );
    await vscode.commands.executeCommand('bulwark.createDockerignore');
    const shown = vscode.window.activeTextEditor?.document;
    assert.match(shown?.uri.path ?? '', /\/commands\/ignore\/\.dockerignore$/);
    assert.match(shown?.getText() ?? '', /^\.git$/m);
  });

  it('explain a rule that is picked', async () => {
    await openFile('commands/explain/Dockerfile', 'FROM debian:latest\n');
    choose('Explain Rule', 'cap-drop-missing');
    await vscode.commands.executeCommand('bulwark.explainRule');
    const { tabGroups } = vscode.window;
    await waitFor('the page', [tabGroups.onDidChangeTabs], () => {
      const label = tabGroups.activeTabGroup.activeTab?.label ?? '';
      return label.includes('cap-drop-missing') ? true : undefined;
    });
  });
});
