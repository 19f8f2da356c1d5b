import * as vscode from 'vscode';

/** Compose files whose language somebody has set to YAML. */
const composeNames = '**/{compose,compose.*,docker-compose,docker-compose.*,docker-compose-*}.{yml,yaml}';

/**
 * The documents that are looked at: those that can be edited, wherever they lie, but not the old versions of them that
 * a source control view shows.
 */
export function documentSelector(): { scheme: string; language: string; pattern?: string }[] {
  return schemes().flatMap((scheme) => [
    { scheme, language: 'dockerfile' },
    { scheme, language: 'dockercompose' },
    { scheme, language: 'yaml', pattern: composeNames },
  ]);
}

/** Files that say what a build leaves out and what variables hold: the server reads them as they stand in the editor. */
export function neighbourSelector(): { scheme: string; pattern: string }[] {
  const patterns = ['**/*.{dockerignore,containerignore}', '**/{.env,.env.*,*.env}'];
  return schemes().flatMap((scheme) => patterns.map((pattern) => ({ scheme, pattern })));
}

function schemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', 'vscode-vfs', ...folders.map(({ uri }) => uri.scheme)])];
}
