import {
  type DocumentLink,
  type DocumentLinkParams,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type SemanticTokens,
  type SemanticTokensParams,
  type SymbolInformation,
} from 'vscode-languageserver';
import { answering } from '../answering';
import { type LanguageHandlers } from '../dispatch';
import { type Session } from '../session';
import { type Ask } from './ask';

/** Symbols, folding and links are returned; semantic tokens are for Dockerfiles alone. */
export function provideStructure(
  { connection, client }: Session,
  ask: Ask,
): Pick<LanguageHandlers, 'symbols' | 'folding' | 'links'> {
  const { lineFoldingOnly, rangeLimit } = client.raw.textDocument?.foldingRange ?? {};

  connection.onDocumentLinkResolve((link, token) =>
    answering(connection, 'Links', link, async () => {
      if (link.target !== undefined) return link;
      const { DockerLinks } = await import('./library');
      return new DockerLinks().resolveLink(link);
    })(link, token),
  );
  connection.languages.semanticTokens.on(
    ask<SemanticTokensParams, SemanticTokens>(
      'Semantic tokens',
      'tokens',
      { data: [] },
      ({ DockerSemanticTokens }, { text }) => new DockerSemanticTokens(text).computeSemanticTokens(),
    ),
  );
  return {
    symbols: ask<DocumentSymbolParams, SymbolInformation[]>(
      'Symbols',
      'structure',
      [],
      ({ DockerSymbols }, { text }, { textDocument }) =>
        new DockerSymbols().parseSymbolInformation(textDocument, text),
    ),
    folding: ask<FoldingRangeParams, FoldingRange[]>(
      'Folding',
      'structure',
      [],
      ({ DockerFolding }, { text }) =>
        new DockerFolding().computeFoldingRanges(
          text,
          lineFoldingOnly === true,
          rangeLimit ?? Number.MAX_VALUE,
        ),
    ),
    links: ask<DocumentLinkParams, DocumentLink[]>('Links', 'structure', [], ({ DockerLinks }, { text }) =>
      new DockerLinks().getLinks(text),
    ),
  };
}
