import { DockerFolding } from 'dockerfile-language-service/lib/dockerFolding';
import { DockerLinks } from 'dockerfile-language-service/lib/dockerLinks';
import { DockerSemanticTokens } from 'dockerfile-language-service/lib/dockerSemanticTokens';
import { DockerSymbols } from 'dockerfile-language-service/lib/dockerSymbols';
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
  const symbols = new DockerSymbols();
  const folding = new DockerFolding();
  const links = new DockerLinks();
  const { lineFoldingOnly, rangeLimit } = client.raw.textDocument?.foldingRange ?? {};

  connection.onDocumentLinkResolve((link, token) =>
    answering(connection, 'Links', link, () => (link.target === undefined ? links.resolveLink(link) : link))(
      link,
      token,
    ),
  );
  connection.languages.semanticTokens.on(
    ask<SemanticTokensParams, SemanticTokens>('Semantic tokens', 'tokens', { data: [] }, ({ text }) =>
      new DockerSemanticTokens(text).computeSemanticTokens(),
    ),
  );
  return {
    symbols: ask<DocumentSymbolParams, SymbolInformation[]>(
      'Symbols',
      'structure',
      [],
      ({ text }, { textDocument }) => symbols.parseSymbolInformation(textDocument, text),
    ),
    folding: ask<FoldingRangeParams, FoldingRange[]>('Folding', 'structure', [], ({ text }) =>
      folding.computeFoldingRanges(text, lineFoldingOnly === true, rangeLimit ?? Number.MAX_VALUE),
    ),
    links: ask<DocumentLinkParams, DocumentLink[]>('Links', 'structure', [], ({ text }) =>
      links.getLinks(text),
    ),
  };
}
