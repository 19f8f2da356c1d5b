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
  '**/{*bulwark*.json,.bulwarkrc.json,.dockerignore,*.dockerignore,.hadolint.yaml,.hadolint.yml}',
  '**/{Dockerfile,Containerfile,Dockerfile.*,Containerfile.*,*.dockerfile,*.containerfile}',
  '**/{uv.lock,pyproject.toml,poetry.lock,requirements*.txt,Cargo.lock,Cargo.toml,go.mod,go.sum,Gemfile,Gemfile.lock}',
  '**/{package.json,package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock,composer.json,composer.lock}',
  '**/{.env,.env.*,*.env,.npmrc,.netrc,id_rsa,id_ed25519,*.pem,*.key}',
  // What a container starts, and what says where a server listens and how a program is linked.
  '**/{*.sh,*.bash,*.ash,*entrypoint*,nginx.conf,uv.toml}',
  '**/.cargo/config.toml',
  // Whatever a Compose file includes or extends.
  '**/*.{yaml,yml}',
];

/** Somebody else who hangs on files. URIs are canonical. */
export interface ChangeListener {
  /** A text has changed, on the disk or in an editor. */
  textChanged(uri: string): void;
  /** Files have come or gone. */
  filesChanged(uris: readonly string[]): void;
  /** Settings, folders, or nobody knows what. */
  everythingChanged(): void;
}

/** @param uris of documents, as they write them. */
export type Refresh = (uris?: readonly string[]) => void;

/**
 * Acts on what changes around the documents: settings, files, folders.
 * @param refresh has documents looked at again; all open ones where none are named.
 * @param listeners told once the session has forgotten what was.
 */
export function followChanges(
  session: Session,
  folders: WorkspaceFolders,
  refresh: Refresh,
  listeners: readonly ChangeListener[],
): void {
  const listener = together(listeners);
  const { connection, client, documents, settings, service, host } = session;
  const surroundingsChanged = (): readonly string[] => {
    host.forgetAll();
    return service.forgetSurroundings();
  };

  connection.onInitialized(() => {
    if (client.tellsFolders)
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        folders.change(event);
        surroundingsChanged();
        listener.everythingChanged();
        refresh();
      });
    void register(session).catch((error: unknown) => {
      connection.console.warn(`The editor does not report changes: ${describe(error)}`);
    });
  });
  connection.onDidChangeConfiguration(({ settings: sent }: { settings?: unknown }) => {
    settings.changed(sent);
    listener.everythingChanged();
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // What comes or goes may be looked for anywhere; a new text matters only to those that read the old one.
    const changed = changes.filter(({ type }) => type === FileChangeType.Changed);
    if (changed.length < changes.length) {
      surroundingsChanged();
      const others = changes.filter(({ type }) => type !== FileChangeType.Changed);
      listener.filesChanged(others.map(({ uri }) => canonical(uri)));
    }
    for (const { uri } of changed) {
      host.forget(canonical(uri));
      textChanged(uri);
    }
    refresh();
  });

  const textChanged = (uri: string): readonly string[] => {
    listener.textChanged(canonical(uri));
    return service.forgetSurroundings(canonical(uri));
  };
  // What a Compose file or a .dockerignore says of a build counts in its Dockerfile, what a Dockerfile says in the services
  // that build from it, and what one Compose file says in those that lie over it, include or extend it; open editors win over
  // the disk. A document of its own is looked at anyway.
  const neighbourChanged = (uri: string): void => {
    // To type changes no name in the folder, which may hold very many; what comes and goes there the watcher tells.
    host.forgetText(canonical(uri));
    refreshOthers(uri, textChanged(uri));
  };
  const refreshOthers = (uri: string, affected: readonly string[]): void => {
    const others = affected.filter((each) => each !== uri);
    if (!client.pullsDiagnostics && others.length > 0) refresh(others);
  };
  documents.onChanged(({ uri }) => neighbourChanged(uri));
  documents.onNeighbour(neighbourChanged);
  documents.onClosed((uri) => {
    service.forget(uri);
    settings.forget(uri);
    neighbourChanged(uri);
  });
  // Without a watcher, saving and opening are the moments to look around again.
  if (!client.registersWatchedFiles) {
    documents.onOpened(({ uri }) => {
      refreshOthers(uri, surroundingsChanged());
      listener.everythingChanged();
    });
    documents.onSaved(() => {
      surroundingsChanged();
      listener.everythingChanged();
      refresh();
    });
  }
}

function together(listeners: readonly ChangeListener[]): ChangeListener {
  return {
    textChanged: (uri) => listeners.forEach((each) => each.textChanged(uri)),
    filesChanged: (uris) => listeners.forEach((each) => each.filesChanged(uris)),
    everythingChanged: () => listeners.forEach((each) => each.everythingChanged()),
  };
}

async function register({ connection, client }: Session): Promise<void> {
  if (client.registersConfiguration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'bulwark' });
  if (client.registersWatchedFiles)
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watched.map((globPattern) => ({ globPattern })),
    });
}
