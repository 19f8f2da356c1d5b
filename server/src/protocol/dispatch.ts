import {
  type CancellationToken,
  type CompletionItem,
  type CompletionParams,
  type Definition,
  type DefinitionParams,
  type DocumentHighlight,
  type DocumentHighlightParams,
  type DocumentLink,
  type DocumentLinkParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type Hover,
  type HoverParams,
  type Location,
  type PrepareRenameParams,
  type Range,
  type ReferenceParams,
  type RenameParams,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type Language } from '../rules/rule';
import { type Session } from './session';

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R>;

/** What is answered about documents of one language. What is missing is not given. */
export interface LanguageHandlers {
  readonly completion?: Handler<CompletionParams, CompletionItem[]>;
  readonly hover?: Handler<HoverParams, Hover | null>;
  readonly definition?: Handler<DefinitionParams, Definition | null>;
  readonly references?: Handler<ReferenceParams, Location[]>;
  readonly highlights?: Handler<DocumentHighlightParams, DocumentHighlight[]>;
  readonly prepareRename?: Handler<PrepareRenameParams, Range | null>;
  readonly rename?: Handler<RenameParams, WorkspaceEdit | null>;
  readonly symbols?: Handler<DocumentSymbolParams, SymbolInformation[] | DocumentSymbol[]>;
  readonly folding?: Handler<FoldingRangeParams, FoldingRange[]>;
  readonly links?: Handler<DocumentLinkParams, DocumentLink[]>;
}

export type HandlersByLanguage = Readonly<Partial<Record<Language, LanguageHandlers>>>;

/**
 * Completion and hover of the language at hand. They are not answered here: what is known of images comes first.
 */
export type Routed = Required<Pick<LanguageHandlers, 'completion' | 'hover'>>;

/**
 * Hands requests on by the language of their document: a connection has one handler for each kind. A document of a language
 * without handlers is answered with null, so that an editor asks others, or folds by indentation.
 */
export function dispatch({ connection, documents }: Session, handlers: HandlersByLanguage): Routed {
  const by =
    <P extends { readonly textDocument: { readonly uri: string } }, R>(
      pick: (handlers: LanguageHandlers) => Handler<P, R> | undefined,
    ) =>
    (params: P, token: CancellationToken): Promise<R | null> => {
      const language = documents.get(params.textDocument.uri)?.language;
      const handler = pick((language && handlers[language]) ?? {});
      return handler === undefined ? Promise.resolve(null) : handler(params, token);
    };
  connection.onDefinition(by(({ definition }) => definition));
  connection.onReferences(by(({ references }) => references));
  connection.onDocumentHighlight(by(({ highlights }) => highlights));
  connection.onPrepareRename(by(({ prepareRename }) => prepareRename));
  connection.onRenameRequest(by(({ rename }) => rename));
  connection.onDocumentSymbol(by(({ symbols }) => symbols));
  connection.onFoldingRanges(by(({ folding }) => folding));
  connection.onDocumentLinks(by(({ links }) => links));
  const completion = by(({ completion: complete }) => complete);
  return {
    completion: async (params, token) => (await completion(params, token)) ?? [],
    hover: by(({ hover }) => hover),
  };
}
