import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver';
import { canonical } from '../workspace/uri';
import { describe } from './answering';
import { type Session } from './session';
import { type WorkspaceFolders } from './workspace-folders';

/** Files whose coming, changing or going can change what is found elsewhere. */
const watched: readonly string[] = [
  '**/{bulwark.json,.bulwarkrc.json,.dockerignore,*.dockerignore,.hadolint.yaml,.hadolint.yml}',
  '**/{Dockerfile,Containerfile,Dockerfile.*,Containerfile.*,*.dockerfile,*.containerfile}',
  '**/{uv.lock,pyproject.toml,poetry.lock,requirements*.txt,Cargo.lock,Cargo.toml,go.mod,go.sum,Gemfile,Gemfile.lock}',
  '**/{package.json,package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock,composer.json,composer.lock}',
  '**/{.env,.env.*,*.env,.npmrc,.netrc,id_rsa,id_ed25519,*.pem,*.key}',
  // Whatever a Compose file includes or extends.
  '**/*.{yaml,yml}',
];

/**
 * Acts on what changes around the documents: settings, files, folders.
 * @param refresh has all open documents looked at again.
 */
export function followChanges(session: Session, folders: WorkspaceFolders, refresh: () => void): void {
  const { connection, client, documents, settings, service, host } = session;
  const surroundingsChanged = (): void => {
    host.forgetAll();
    service.forgetSurroundings();
  };

  connection.onInitialized(() => {
    if (client.tellsFolders)
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        folders.change(event);
        surroundingsChanged();
        refresh();
      });
    void register(session).catch((error: unknown) => {
      connection.console.warn(`The editor does not report changes: ${describe(error)}`);
    });
  });
  connection.onDidChangeConfiguration(({ settings: sent }: { settings?: unknown }) => {
    settings.changed(sent);
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // What comes or goes may be looked for anywhere; a new text matters only to those that read the old one.
    const changed = changes.filter(({ type }) => type === FileChangeType.Changed);
    if (changed.length < changes.length) surroundingsChanged();
    for (const { uri } of changed) textChanged(uri);
    refresh();
  });

  const textChanged = (uri: string): void => {
    host.forget(canonical(uri));
    service.forgetSurroundings(canonical(uri));
  };
  // What a Compose file or a .dockerignore says of a build counts in its Dockerfile, and what one Compose file says in those
  // that lie over it, include or extend it; open editors win over the disk.
  const neighbourChanged = (uri: string): void => {
    textChanged(uri);
    if (!client.pullsDiagnostics) refresh();
  };
  documents.onChanged(({ uri, language }) => {
    if (language === 'compose') neighbourChanged(uri);
  });
  documents.onNeighbour(neighbourChanged);
  documents.onClosed((uri, language) => {
    service.forget(uri);
    settings.forget(uri);
    if (language === 'compose') neighbourChanged(uri);
  });
  // Without a watcher, saving and opening are the moments to look around again.
  if (!client.registersWatchedFiles) {
    documents.onOpened(surroundingsChanged);
    documents.onSaved(() => {
      surroundingsChanged();
      refresh();
    });
  }
}

async function register({ connection, client }: Session): Promise<void> {
  if (client.registersConfiguration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'bulwark' });
  if (client.registersWatchedFiles)
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watched.map((globPattern) => ({ globPattern })),
    });
}
