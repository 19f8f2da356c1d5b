import * as vscode from 'vscode';
import { fixAll } from './fix-all';
import { openRule } from './open-rule';
import { openSample } from './open-sample';
import { showImageFacts } from './show-image-facts';

interface Tools {
  readonly output: vscode.LogOutputChannel;
  readonly restart: () => Promise<void>;
}

/** All commands that package.json announces. */
export function registerCommands(
  context: vscode.ExtensionContext,
  { output, restart }: Tools,
): readonly vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('bulwark.restart', restart),
    vscode.commands.registerCommand('bulwark.showOutput', () => output.show()),
    vscode.commands.registerCommand('bulwark.fixAll', fixAll),
    vscode.commands.registerCommand('bulwark.openSample', openSample),
    vscode.commands.registerCommand('bulwark.showImageFacts', showImageFacts),
    vscode.commands.registerCommand('bulwark.openRule', (id: unknown, url: unknown) =>
      openRule(context.extensionUri, id, url),
    ),
  ];
}
