import { type Source } from '../text/source';
import { type ComposeDocument } from './model';
import { type Entry } from './value';

/** How a file is written. */
export interface Style {
  /** Blanks a level. */
  readonly indent: number;
  /** Blanks between the column of a key and the dashes of its list: 0 or more. */
  readonly listIndent: number;
  /** True where lists of a service are mostly written with brackets. */
  readonly flowLists: boolean;
  readonly quote: '"' | "'";
  readonly eol: '\n' | '\r\n';
}

/** Services beyond this many say nothing new about the style. */
const enough = 50;

/** Lists that are written with brackets in any style. */
const commands = new Set(['command', 'entrypoint']);

/** The column of a place; a byte order mark takes none. */
export function columnOf(source: Source, offset: number): number {
  const { line, character } = source.positionAt(offset);
  return line === 0 && source.text.startsWith('\uFEFF') ? character - 1 : character;
}

export function styleOf(source: Source, documents: readonly ComposeDocument[]): Style {
  const services = documents.flatMap(({ root }) => {
    const value = root?.get('services')?.value;
    return value?.kind === 'map' ? value.ownEntries : [];
  });
  const seen = services.slice(0, enough);
  const keys = seen.flatMap(({ value }) => (value.kind === 'map' ? value.ownEntries : []));
  const lists = keys.filter((entry) => entry.value.kind === 'list' && entry.value.origin.kind === 'own');
  const block = lists.filter((entry) => entry.value.kind === 'list' && !entry.value.flow);
  const short = lists.filter((entry) => !commands.has(entry.key));
  const flow = short.filter((entry) => !block.includes(entry));
  return {
    indent: clamp(firstStep(source, seen), 1, 8, 2),
    listIndent: clamp(
      block[0] === undefined
        ? undefined
        : columnOf(source, block[0].value.span.start) - columnOf(source, block[0].keySpan.start),
      0,
      8,
      2,
    ),
    flowLists: flow.length > short.length - flow.length,
    quote: quoteOf(source.text),
    eol: source.eol,
  };
}

function firstStep(source: Source, services: readonly Entry[]): number | undefined {
  for (const { keySpan, value } of services)
    if (value.kind === 'map' && !value.flow && value.origin.kind === 'own')
      return columnOf(source, value.span.start) - columnOf(source, keySpan.start);
  return undefined;
}

function clamp(value: number | undefined, least: number, most: number, other: number): number {
  return value === undefined || value < least || value > most ? other : value;
}

/** The quotes that more values begin with. */
function quoteOf(text: string): '"' | "'" {
  let single = 0;
  for (const match of text.slice(0, 20_000).matchAll(/(?:[-:,] |\[)(["'])/g))
    single += match[1] === "'" ? 1 : -1;
  return single > 0 ? "'" : '"';
}
