import {
  type DocumentLink,
  type DocumentLinkParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { fileLinks } from '../../service/compose/file-links';
import { composeFolds } from '../../service/compose/folding';
import { type ComposeSymbol, composeSymbols } from '../../service/compose/symbols';
import { type Source } from '../../text/source';
import { type LanguageHandlers } from '../dispatch';
import { type Session } from '../session';
import { type AskCompose } from './ask';

/** Symbols, folding and links. */
export function provideStructure(
  { client }: Session,
  ask: AskCompose,
): Pick<LanguageHandlers, 'symbols' | 'folding' | 'links'> {
  const nests = client.raw.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  const mostFolds = client.raw.textDocument?.foldingRange?.rangeLimit;
  return {
    symbols: ask<DocumentSymbolParams, SymbolInformation[] | DocumentSymbol[]>(
      'Symbols',
      [],
      ({ scene, document: { uri, source } }) => {
        const symbols = composeSymbols(scene.content);
        return nests
          ? symbols.map((symbol) => toSymbol(symbol, source))
          : symbols.flatMap((symbol) => flat(symbol, uri, source, undefined));
      },
    ),
    folding: ask<FoldingRangeParams, FoldingRange[]>('Folding', [], ({ document }) =>
      composeFolds(document.source)
        .slice(0, mostFolds)
        .map(({ first, last, kind }) => ({
          startLine: first,
          endLine: last,
          ...(kind === undefined ? {} : { kind }),
        })),
    ),
    links: ask<DocumentLinkParams, DocumentLink[]>('Links', [], ({ scene, document: { source } }) =>
      fileLinks(scene).map(({ span, uri, kind }) => ({
        range: source.rangeOf(span),
        target: uri,
        tooltip: `Open the ${kind}`,
      })),
    ),
  };
}

const kinds: Readonly<Record<ComposeSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.Namespace,
  service: SymbolKind.Class,
  declaration: SymbolKind.Object,
  fragment: SymbolKind.Struct,
  key: SymbolKind.Property,
};

function toSymbol(
  { name, kind, detail, span, nameSpan, children }: ComposeSymbol,
  source: Source,
): DocumentSymbol {
  return {
    name,
    detail,
    kind: kinds[kind],
    range: source.rangeOf(span),
    selectionRange: source.rangeOf(nameSpan),
    children: children.map((child) => toSymbol(child, source)),
  };
}

function flat(
  { name, kind, span, children }: ComposeSymbol,
  uri: string,
  source: Source,
  containerName: string | undefined,
): SymbolInformation[] {
  return [
    {
      name,
      kind: kinds[kind],
      location: { uri, range: source.rangeOf(span) },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...children.flatMap((child) => flat(child, uri, source, name)),
  ];
}
