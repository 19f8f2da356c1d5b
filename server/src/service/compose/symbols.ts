import { type ComposeText } from '../../compose/text';
import { loneFile } from '../../compose/project';
import { Unit } from '../../compose/units';
import { type Entry } from '../../compose/value';
import { type Span } from '../../text/span';

/** An entry of the outline. */
export interface ComposeSymbol {
  readonly name: string;
  readonly kind: 'section' | 'service' | 'declaration' | 'fragment' | 'key';
  readonly detail: string;
  /** From the key to the end of its value. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly ComposeSymbol[];
}

/** Sections of the file, what they declare, and the keys of that. */
export function composeSymbols(content: ComposeText): readonly ComposeSymbol[] {
  const unit = new Unit(loneFile('', content), content, 0);
  return unit.documents.flatMap(({ root }) => (root?.ownEntries ?? []).map(sectionSymbol));
}

function sectionSymbol(entry: Entry): ComposeSymbol {
  const isFragment = entry.key.startsWith('x-');
  const kind = entry.key === 'services' ? 'service' : 'declaration';
  return symbolOf(
    entry,
    isFragment ? 'fragment' : 'section',
    childrenOf(entry).map((child) =>
      isFragment
        ? symbolOf(child, 'key', [])
        : symbolOf(
            child,
            kind,
            childrenOf(child).map((key) => symbolOf(key, 'key', [])),
          ),
    ),
  );
}

function symbolOf(
  entry: Entry,
  kind: ComposeSymbol['kind'],
  children: readonly ComposeSymbol[],
): ComposeSymbol {
  const { key, keySpan, span } = entry;
  return {
    name: key === '' ? '(no name)' : key,
    kind,
    detail: detailOf(entry),
    span,
    nameSpan: keySpan,
    children,
  };
}

/** What is written in its own place, and not brought in by an anchor. */
function childrenOf({ value }: Entry): readonly Entry[] {
  return value.kind === 'map' && value.origin.kind === 'own' ? value.ownEntries : [];
}

/** A short value, or what a service runs. */
function detailOf({ value }: Entry): string {
  if (value.kind === 'scalar') return value.isNull || value.style === 'block' ? '' : short(value.text);
  const image = value.kind === 'map' ? value.get('image')?.value : undefined;
  return image?.kind === 'scalar' ? short(image.text) : '';
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
