import { type InitializeParams } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { readOptions, type ClientOptions } from './client-options';

/** What the editor at the other end can do, and where it stands. Anything that it does not say, it cannot. */
export interface Client {
  readonly options: ClientOptions;
  /** Workspace folders at the start, as URIs. */
  readonly folders: readonly string[];
  /** Tells when workspace folders come and go. */
  readonly tellsFolders: boolean;
  /** Asks for diagnostics itself; then nothing may be pushed. */
  readonly pullsDiagnostics: boolean;
  /** Can be told to pull again. */
  readonly refreshesDiagnostics: boolean;
  readonly diagnostics: {
    readonly related: boolean;
    readonly codeDescription: boolean;
    readonly tags: readonly number[];
  };
  /** Answers `workspace/configuration`. */
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchedFiles: boolean;
  /** Understands code actions, not only commands. */
  readonly codeActions: boolean;
  /** Shows actions that cannot be done, with the reason. */
  readonly showsDisabled: boolean;
  readonly edits: {
    /** `documentChanges`, which carry versions. */
    readonly versioned: boolean;
    readonly annotated: boolean;
    readonly createsFiles: boolean;
  };
  readonly raw: InitializeParams['capabilities'];
}

export function readClient(params: InitializeParams): Client {
  // A client that breaks the protocol may leave them out.
  const raw = (params.capabilities as InitializeParams['capabilities'] | undefined) ?? {};
  const { workspace, textDocument } = raw;
  const shown = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  const edit = workspace?.workspaceEdit;
  const versioned = edit?.documentChanges === true;
  return {
    options: readOptions(params.initializationOptions),
    folders: foldersOf(params),
    tellsFolders: workspace?.workspaceFolders === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    diagnostics: {
      related: (shown?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
      codeDescription:
        (shown?.codeDescriptionSupport ?? textDocument?.publishDiagnostics?.codeDescriptionSupport) === true,
      tags: (shown?.tagSupport ?? textDocument?.publishDiagnostics?.tagSupport)?.valueSet ?? [],
    },
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    showsDisabled: textDocument?.codeAction?.disabledSupport === true,
    edits: {
      versioned,
      annotated: versioned && edit.changeAnnotationSupport !== undefined,
      createsFiles: versioned && (edit.resourceOperations ?? []).includes('create'),
    },
    raw,
  };
}

function foldersOf(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  // The older ways to name the folder; some editors know only these.
  /* eslint-disable @typescript-eslint/no-deprecated */
  if (params.rootUri) return [params.rootUri];
  return params.rootPath ? [URI.file(params.rootPath).toString()] : [];
  /* eslint-enable @typescript-eslint/no-deprecated */
}
