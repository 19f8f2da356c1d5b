import { type Diagnostic } from 'vscode-languageserver';

/** Asked by our own editor client with WorkspaceFindingsParams; answered with WorkspaceFindingsAnswer, or `null` where it failed. */
export const workspaceFindingsRequest = 'bulwark/workspaceFindings';

/** Told, with WorkspaceFindingsChanged, to whoever has asked once: these answers may be others now. */
export const workspaceFindingsChanged = 'bulwark/workspaceFindingsChanged';

/** Asked with WorkspaceReportParams; answered with WorkspaceReportAnswer, or `null` where it failed. */
export const workspaceReportRequest = 'bulwark/workspaceReport';

export interface WorkspaceFindingsParams {
  /** Where progress is told. */
  readonly workDoneToken?: string | number;
  /** Only these files; every Dockerfile and Compose file of the workspace where absent. */
  readonly uris?: readonly string[];
  /** Reads everything again, whatever is known. */
  readonly again?: boolean;
}

export interface WorkspaceFindingsAnswer {
  /** Those that could be read, with findings or without. */
  readonly files: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
}

export interface WorkspaceFindingsChanged {
  /** The files concerned, canonical; all where absent. */
  readonly uris?: readonly string[];
}

export interface WorkspaceReportParams {
  readonly workDoneToken?: string | number;
}

/** One report in its forms. */
export interface WorkspaceReportAnswer {
  /** A page whose links are commands of the editor. */
  readonly page: string;
  /** A page that stands alone. */
  readonly html: string;
  readonly markdown: string;
}

/** The commands that links of the page name; the client carries them out, and no others. */
export const reportCommands = {
  /** With the URI of a file and a line and a column that count from 1. */
  openPlace: 'bulwark.openPlace',
  /** With the id of a rule and the address of its page. */
  openRule: 'bulwark.openRule',
  save: 'bulwark.saveReport',
  again: 'bulwark.openReport',
} as const;
