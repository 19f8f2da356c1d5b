import { ABSENT, type Known, known, UNKNOWN } from '../text/known';
import { type Span } from '../text/span';
import { type Volume } from './field';
import { HOLE } from './interpolate';
import { type MapValue, scalarOf, type ScalarValue, type Value } from './value';

/** Reads an item of `volumes`; undefined for what is no mount. */
export function readVolume(value: Value): Volume | undefined {
  if (value.kind === 'map') return longVolume(value);
  return value.kind === 'scalar' && !value.isNull ? shortVolume(value) : undefined;
}

/** What makes two mounts the same: the place in the container. */
export function volumeKey({ target }: Volume): string | undefined {
  return target.state === 'known' ? `/${target.value.replace(/^\/+|\/+$/g, '')}` : undefined;
}

function longVolume(value: MapValue): Volume {
  const missing = value.complete ? ABSENT : UNKNOWN;
  const field = (key: string): ScalarValue | undefined => scalarOf(value.get(key)?.value);
  const readOnly = field('read_only');
  const source = field('source') ?? field('src');
  return {
    form: 'long',
    type: field('type')?.resolved ?? missing,
    source: source?.resolved ?? missing,
    target: (field('target') ?? field('destination') ?? field('dst'))?.resolved ?? missing,
    readOnly: readOnly === undefined ? (value.complete ? known(false) : UNKNOWN) : truth(readOnly),
    modes: [],
    sourceSpan: source?.span,
    value,
  };
}

function truth(scalar: ScalarValue): Known<boolean> {
  return scalar.boolean === undefined ? UNKNOWN : known(scalar.boolean);
}

/**
 * `[source:]target[:modes]`. A single letter before a colon and a slash is a Windows drive, not a source.
 * @see https://github.com/compose-spec/compose-go/blob/main/format/volume.go
 */
function shortVolume(value: ScalarValue): Volume {
  const parts = splitColons(value.interpolation.template);
  const [first = '', second, third = ''] = parts;
  const alone = second === undefined;
  const modes = third.split(',').filter((mode) => mode !== '');
  return {
    form: 'short',
    type: alone ? known('volume') : typeOf(first),
    source: alone ? ABSENT : textOf(first),
    target: textOf(alone ? first : second),
    readOnly: third.includes(HOLE) ? UNKNOWN : known(modes.includes('ro')),
    modes,
    sourceSpan: alone ? undefined : sourceSpanOf(value),
    value,
  };
}

function textOf(part: string): Known<string> {
  return part.includes(HOLE) ? UNKNOWN : known(part);
}

/** A path is bound; a name is a volume's. */
function typeOf(source: string): Known<string> {
  if (/^[./~]/.test(source) || /^[A-Za-z]:[\\/]/.test(source) || source.startsWith('\\\\'))
    return known('bind');
  return source.startsWith(HOLE) ? UNKNOWN : known('volume');
}

function sourceSpanOf(value: ScalarValue): Span {
  if (value.textStart === undefined) return value.span;
  const [source = ''] = splitColons(value.text);
  return { start: value.textStart, end: value.textStart + source.length };
}

/** Splits at colons, those inside `${…}` and after a drive letter left alone. */
function splitColons(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' && text[at - 1] === '$') open++;
    else if (character === '}' && open > 0) open--;
    else if (character === ':' && open === 0 && !endsDrive(text, from, at)) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** Whether a part that is a letter so far goes on behind the colon as a path of Windows does. */
function endsDrive(text: string, from: number, colon: number): boolean {
  return colon - from === 1 && /[A-Za-z]/.test(text[from] ?? '') && /[\\/]/.test(text[colon + 1] ?? '');
}
