import { type ServerCapabilities } from 'vscode-languageserver';

/** What is offered for Compose files where no other extension does. */
export const composeCapabilities: ServerCapabilities = {
  documentSymbolProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  foldingRangeProvider: true,
  documentLinkProvider: { resolveProvider: false },
};

/** Characters after which something is proposed: behind a colon or a dash, and aliases. */
export const composeTriggers: readonly string[] = [' ', '*'];
