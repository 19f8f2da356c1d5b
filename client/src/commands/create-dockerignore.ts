import * as vscode from 'vscode';
import { type CommandTools } from './command-tools';

/** Creates the `.dockerignore` of the build that a Dockerfile is for, or shows the one that is there. */
export async function createDockerignore({ facts }: CommandTools): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const file = document && (await facts.ignoreFile(document.uri));
  if (file === undefined) {
    void vscode.window.showInformationMessage(
      'This is no Dockerfile that copies from its build context, or it is not certain which folder that is.',
    );
    return;
  }
  if ('create' in file && !(await vscode.workspace.applyEdit(file.create))) return;
  const uri = 'present' in file ? file.present : file.create.entries()[0]?.[0];
  if (uri !== undefined) await vscode.window.showTextDocument(uri);
}
