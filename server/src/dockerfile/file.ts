import { UNKNOWN, valueOf, type Known } from '../text/known';
import { type Source } from '../text/source';
import { type Lookup } from './expand';
import { Flow } from './flow';
import { GlobalScope } from './global-scope';
import { createInstruction } from './instructions/create';
import { ArgNode } from './instructions/variable-node';
import { interpreterOf } from './interpreters';
import { lazy } from './lazy';
import { type Lexed } from './lexed';
import { type ArgInstruction, type DockerfileOptions, type Instruction, type Stage } from './model';
import { type InstructionFile } from './place';
import { type StageNode } from './stage';
import { StageList } from './stages';
import { type StageState } from './state';
import { argumentValues } from './transitions';

/** Everything that instructions and stages of one file share. */
export class DockerfileParts implements InstructionFile {
  readonly escape: '\\' | '`';
  readonly instructions: readonly Instruction[];
  readonly globalArgs: readonly ArgInstruction[];

  readonly #globals = lazy(() => new GlobalScope(this.globalArgs, this.options.buildArgs ?? new Map()));
  readonly #flow = lazy(() => new Flow(this.stages.all, this.#globals()));
  readonly #stages = lazy(
    () =>
      new StageList({
        instructions: this.instructions,
        globals: this.#globals(),
        escape: this.escape,
        options: this.options,
        stages: this,
        flow: this.#flow,
      }),
  );

  constructor(
    readonly source: Source,
    { escape, lines }: Lexed,
    private readonly options: DockerfileOptions,
  ) {
    this.escape = escape;
    let stageIndex: number | undefined;
    this.instructions = lines.map((line, index) => {
      const isFrom = line.keyword.toUpperCase() === 'FROM';
      if (isFrom) stageIndex = stageIndex === undefined ? 0 : stageIndex + 1;
      return createInstruction(line, { file: this, stageIndex, index });
    });
    const firstFrom = this.instructions.findIndex(({ keyword }) => keyword === 'FROM');
    this.globalArgs = this.instructions
      .slice(0, firstFrom < 0 ? this.instructions.length : firstFrom)
      .filter((instruction) => instruction.keyword === 'ARG');
  }

  get stages(): StageList {
    return this.#stages();
  }

  stageAt(index: number): StageNode | undefined {
    return this.stages.all[index];
  }

  stageNamed(name: string, before?: number): Stage | undefined {
    return this.stages.named(name, before);
  }

  stateBefore(instruction: Instruction): StageState | undefined {
    const { stage } = instruction;
    const own = stage && this.stageAt(stage.index);
    return own && this.#flow().before(own, instruction);
  }

  lookupBefore(instruction: Instruction): Lookup {
    if (instruction.onbuild !== undefined) return () => UNKNOWN;
    return this.stateBefore(instruction)?.lookup ?? this.#globals().lookup;
  }

  argumentValues(instruction: ArgInstruction): readonly Known<string>[] {
    if (!(instruction instanceof ArgNode)) return [];
    if (instruction.onbuild !== undefined)
      return instruction.pairs.map(({ written }) => written.expandWith(() => UNKNOWN));
    const state = this.stateBefore(instruction);
    return state === undefined
      ? this.#globals().valuesOf(instruction)
      : argumentValues(instruction, state, this.#globals());
  }

  interpreterFor(instruction: Instruction): string {
    const shell = this.stateBefore(instruction)?.shell;
    return (shell && interpreterOf(valueOf(shell) ?? [])) ?? 'sh';
  }
}
