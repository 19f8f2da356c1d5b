import * as vscode from 'vscode';
import { type BaseLanguageClient } from 'vscode-languageclient';

/** Nothing that is read around a document is as large as this, in bytes. */
const largest = 1_000_000;

/** Lets a server that has no file system read the workspace, and nothing else. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest('bulwark/readFile', ({ uri }: { uri: string }) => inWorkspace(uri, readFile)),
    client.onRequest('bulwark/listFolder', ({ uri }: { uri: string }) => inWorkspace(uri, listFolder)),
  );
}

/** `null` for what lies outside, does not exist or cannot be read. */
async function inWorkspace<T>(text: string, read: (uri: vscode.Uri) => Promise<T | null>): Promise<T | null> {
  try {
    const uri = vscode.Uri.parse(text, true);
    return vscode.workspace.getWorkspaceFolder(uri) === undefined ? null : await read(uri);
  } catch {
    return null;
  }
}

async function readFile(uri: vscode.Uri): Promise<string | null> {
  const { size, type } = await vscode.workspace.fs.stat(uri);
  if ((type & vscode.FileType.File) === 0 || size > largest) return null;
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function listFolder(uri: vscode.Uri): Promise<string[] | null> {
  const entries = await vscode.workspace.fs.readDirectory(uri);
  return entries.map(([name, type]) => ((type & vscode.FileType.Directory) === 0 ? name : `${name}/`));
}
