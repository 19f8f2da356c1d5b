import { type InstructionLine } from './instruction-line';
import { type Argument } from './model';
import { factOf } from './model-map';

/** What a line of COPY or ADD copies and where to, as written. */
export interface CopiedPaths {
  readonly sources: readonly Argument[];
  /** Absent where there is but one path. */
  readonly destination: Argument | undefined;
}

export const copiedPaths = factOf(({ json, args }: InstructionLine): CopiedPaths => {
  const paths = json === undefined ? args : json.items.map(({ value, span }) => ({ text: value, span }));
  return { sources: paths.slice(0, -1), destination: paths.length > 1 ? paths.at(-1) : undefined };
});
