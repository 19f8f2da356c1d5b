import { replace, type Edit } from '../../text/edit';
import { type Span } from '../../text/span';
import { type Dockerfile } from '../model';
import { globalDefault } from './argument-default';
import { solve, type Wanted } from './solve';
import { stageNamedAt, writtenReference } from './written-reference';

/** A place that is to name another image. */
export interface ImageSwitch {
  /** Of the reference as written, its variables included. */
  readonly span: Span;
  /** What it names now, with the values of its variables. */
  readonly from: string;
  readonly to: string;
}

/**
 * Edits after which each of the places names the other image, and every other place what it named before. A reference
 * with variables is changed around them where their values stay; else the defaults of the ARGs are changed, where all that
 * hangs on them agrees. Absent where a place cannot be changed so. Never throws.
 */
export function switchImages(
  dockerfile: Dockerfile,
  switches: readonly ImageSwitch[],
): readonly Edit[] | undefined {
  const { source } = dockerfile;
  const edits: Edit[] = [];
  const wanted: Wanted[] = [];
  for (const { span, from, to } of switches) {
    if (from === to) continue;
    if (source.slice(span) === from) {
      edits.push(difference(span, from, to));
      continue;
    }
    const stage = stageNamedAt(dockerfile, span.start);
    const written = stage && writtenReference(dockerfile, stage);
    if (stage === undefined || written?.text !== from) return undefined;
    wanted.push({ stage, written, to });
  }
  const solved = solve(dockerfile, wanted);
  return solved && [...edits, ...solved].sort((a, b) => a.span.start - b.span.start);
}

/** The new default where nothing else is changed; absent where more is. */
export function newDefault(dockerfile: Dockerfile, edits: readonly Edit[]): string | undefined {
  const [edit, ...others] = edits;
  if (edit === undefined || others.length > 0) return undefined;
  const isDefault = dockerfile.globalArgs.some(({ pairs }) =>
    pairs.some(({ name }) => globalDefault(dockerfile, name)?.span?.start === edit.span.start),
  );
  return isDefault ? edit.newText : undefined;
}

/** Only the tag where the name stays. */
function difference(span: Span, from: string, to: string): Edit {
  const colon = to.indexOf(':', to.lastIndexOf('/') + 1);
  const name = colon < 0 ? to : to.slice(0, colon);
  if (from !== name && !from.startsWith(`${name}:`)) return replace(span, to);
  if (from === name) return replace({ start: span.end, end: span.end }, to.slice(name.length));
  return replace({ start: span.start + name.length + 1, end: span.end }, to.slice(name.length + 1));
}
