import { parseReference } from '../image/reference';
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
  const byIndex = /^[+-]?\d+$/.test(text);
  const base = { text, span, byIndex, instruction };
  if (text.includes('$') || text === '') return { ...base, resolved: UNKNOWN };
  const resolved = known(text);
  const own = instruction.stage?.index ?? 0;
  if (byIndex) {
    // A mount takes no index: BuildKit looks for an image of that name.
    const index = instruction.keyword === 'COPY' ? Number(text) : -1;
    return { ...base, resolved, stage: index < own ? stages.stageAt(index) : undefined };
  }
  const stage = stages.stageNamed(text, own);
  if (stage !== undefined) return { ...base, resolved, stage };
  if (text === 'scratch' || stages.stageNamed(text) !== undefined) return { ...base, resolved };
  const parsed = parseReference(text);
  return { ...base, resolved, image: 'reference' in parsed ? parsed.reference : undefined };
}
