import * as vscode from 'vscode';

/** Files that are Compose files by their names, whatever language they are given. */
const composeNames = '**/{compose,compose.*,*docker*compose*}.{yml,yaml}';

/** The same for Dockerfiles: another extension may claim them for a language of its own. */
const dockerfileNames =
  '**/{Dockerfile,Containerfile,Dockerfile.*,Containerfile.*,*.dockerfile,*.containerfile}';

interface Selected {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}

/**
 * The documents that are looked at: those that can be edited, wherever they lie, but not the old versions of them that
 * a source control view shows.
 */
export function documentSelector(): Selected[] {
  return schemes().flatMap((scheme) => [
    { scheme, language: 'dockerfile' },
    { scheme, language: 'dockercompose' },
    { scheme, pattern: composeNames },
    { scheme, pattern: dockerfileNames },
  ]);
}

/**
 * Any other YAML: it may be a Compose file by its text, which the server sees, and one of a project may include or extend
 * it, unsaved as it is.
 */
export function yamlSelector(): Selected[] {
  return schemes().map((scheme) => ({ scheme, language: 'yaml' }));
}

/** Files that say what a build leaves out and what variables hold: the server reads them as they stand in the editor. */
export function neighbourSelector(): Selected[] {
  const patterns = ['**/*.{dockerignore,containerignore}', '**/{.env,.env.*,*.env}'];
  return schemes().flatMap((scheme) => patterns.map((pattern) => ({ scheme, pattern })));
}

function schemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', 'vscode-vfs', ...folders.map(({ uri }) => uri.scheme)])];
}
