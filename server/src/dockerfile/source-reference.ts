import { parseReference, type ImageReference } from '../image/reference';
import { known, UNKNOWN } from '../text/known';
import { type Span } from '../text/span';
import { type CopyInstruction, type RunInstruction, type SourceReference, type Stage } from './model';

/** What a source reference sees of the stages. */
export interface Stages {
  stageAt(index: number): Stage | undefined;
  /** The last stage of that name before `before`, or anywhere. */
  stageNamed(name: string, before?: number): Stage | undefined;
}

/**
 * Reads `--from=` of a COPY, or `from=` of a mount. BuildKit puts no variables in there, so with one in it, what it
 * names is unknown.
 */
export function readSourceReference(
  text: string,
  span: Span,
  instruction: RunInstruction | CopyInstruction,
  stages: Stages,
): SourceReference {
  const byIndex = isIndex(text);
  const isKnown = text !== '' && !text.includes('$');
  const stage = isKnown ? stageOf(text, byIndex, instruction, stages) : undefined;
  const image = isKnown && !byIndex && stage === undefined ? imageOf(text, stages) : undefined;
  return { text, span, resolved: isKnown ? known(text) : UNKNOWN, stage, image, byIndex, instruction };
}

/** Hardly a name begins as a number does, and the pattern need not be asked. */
function isIndex(text: string): boolean {
  return '+-0123456789'.includes(text.charAt(0)) && /^[+-]?\d+$/.test(text);
}

function stageOf(
  text: string,
  byIndex: boolean,
  { keyword, stage }: RunInstruction | CopyInstruction,
  stages: Stages,
): Stage | undefined {
  const own = stage?.index ?? 0;
  if (!byIndex) return stages.stageNamed(text, own);
  // A mount takes no index: BuildKit looks for an image of that name.
  const index = keyword === 'COPY' ? Number(text) : -1;
  return index < own ? stages.stageAt(index) : undefined;
}

function imageOf(text: string, stages: Stages): ImageReference | undefined {
  if (text === 'scratch' || stages.stageNamed(text) !== undefined) return undefined;
  const parsed = parseReference(text);
  return 'reference' in parsed ? parsed.reference : undefined;
}
