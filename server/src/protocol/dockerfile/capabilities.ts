import { SemanticTokenModifiers, type ServerCapabilities, SemanticTokenTypes } from 'vscode-languageserver';

/** What the numbers in the library's semantic tokens stand for (TokensLegend in its dockerSemanticTokens.js). */
const legend = {
  tokenTypes: [
    SemanticTokenTypes.keyword,
    SemanticTokenTypes.comment,
    SemanticTokenTypes.parameter,
    SemanticTokenTypes.property,
    SemanticTokenTypes.namespace,
    SemanticTokenTypes.class,
    SemanticTokenTypes.macro,
    SemanticTokenTypes.string,
    SemanticTokenTypes.variable,
    SemanticTokenTypes.operator,
    SemanticTokenTypes.modifier,
  ],
  tokenModifiers: [
    SemanticTokenModifiers.declaration,
    SemanticTokenModifiers.definition,
    SemanticTokenModifiers.deprecated,
  ],
};

/** Characters after which something is proposed. */
export const dockerfileTriggers: readonly string[] = ['=', ' ', '$', '-'];

/** What is offered for Dockerfiles where no other extension does. */
export const dockerfileCapabilities: ServerCapabilities = {
  signatureHelpProvider: { triggerCharacters: ['-', '[', ',', '"', ' ', '='] },
  documentSymbolProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  // The escape character of a Dockerfile: what follows it on the next line is indented.
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '\\', moreTriggerCharacter: ['`'] },
  foldingRangeProvider: true,
  documentLinkProvider: { resolveProvider: true },
  semanticTokensProvider: { legend, full: true },
};
