import { type Known } from '../text/known';
import { type Source } from '../text/source';
import { type Lookup } from './expand';
import {
  type ArgInstruction,
  type Instruction,
  type OnbuildInstruction,
  type Stage,
  type State,
} from './model';

/** What an instruction sees of the file that it stands in. */
export interface InstructionFile {
  readonly source: Source;
  readonly escape: '\\' | '`';
  stageAt(index: number): Stage | undefined;
  /** The last stage of that name (in any case) before the stage with the index `before`, or of all. */
  stageNamed(name: string, before?: number): Stage | undefined;
  /** What holds before the instruction; absent before the first FROM. */
  stateBefore(instruction: Instruction): State | undefined;
  /** The variables that the instruction can use; none is known to a trigger, which runs in another build. */
  lookupBefore(instruction: Instruction): Lookup;
  /** What the pairs of an ARG come to, in order. */
  argumentValues(instruction: ArgInstruction): readonly Known<string>[];
  /** The program that reads shell form in the stage at this place. */
  interpreterFor(instruction: Instruction): string;
}

/** Where an instruction stands. */
export interface InstructionPlace {
  readonly file: InstructionFile;
  /** Absent before the first FROM. */
  readonly stageIndex: number | undefined;
  readonly index: number;
  readonly onbuild?: OnbuildInstruction | undefined;
}
