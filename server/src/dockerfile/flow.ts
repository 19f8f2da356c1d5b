import { known, UNKNOWN, valueOf, type Known } from '../text/known';
import { type GlobalScope } from './global-scope';
import { type Instruction } from './model';
import { Scope } from './scope';
import { type StageNode } from './stage';
import { StageState, type Settings } from './state';
import { apply, userState } from './transitions';
import { WINDOWS_SHELL } from './windows';

/** A stage's states: one before each of its instructions, and the last one. */
interface StageFlow {
  readonly scope: Scope;
  readonly before: readonly StageState[];
  readonly final: StageState;
}

/** What holds where in every stage. Stages only stand on earlier ones, so one pass in order works all of it out. */
export class Flow {
  readonly #stages: StageFlow[] = [];

  constructor(
    stages: readonly StageNode[],
    private readonly globals: GlobalScope,
  ) {
    for (const stage of stages) this.#stages.push(this.#run(stage));
  }

  /** What holds before the instruction; a trigger stands where its ONBUILD does. */
  before(stage: StageNode, instruction: Instruction): StageState {
    const { before, final } = this.#of(stage);
    return before[Math.max(0, instruction.index - stage.from.index - 1)] ?? final;
  }

  final(stage: StageNode): StageState {
    return this.#of(stage).final;
  }

  scope(stage: StageNode): Scope {
    return this.#of(stage).scope;
  }

  #of(stage: StageNode): StageFlow {
    return (this.#stages[stage.index] ??= this.#run(stage));
  }

  #run(stage: StageNode): StageFlow {
    const below = stage.base.stage;
    const inherited = below && this.#of(below).final;
    const scope = new Scope(below && this.#of(below).scope);
    const isClosed = inherited?.isClosed ?? stage.base.isScratch;
    const { globals } = this;
    let state = new StageState(scope, 0, isClosed, inherited ?? initialSettings(stage));
    // Triggers of the stage right below run first; they are not handed on further.
    for (const instruction of below?.instructions ?? [])
      if (instruction.keyword === 'ONBUILD' && instruction.trigger !== undefined)
        state = apply(instruction.trigger, state, { scope, globals, at: 0 });
    const before: StageState[] = [];
    for (const instruction of stage.instructions) {
      before.push(state);
      state = apply(instruction, state, { scope, globals, at: before.length });
    }
    return { scope, before, final: state };
  }
}

function initialSettings({ base, platform }: StageNode): Settings {
  const { facts } = base;
  const isWindows = base.isWindows || valueOf(platform)?.startsWith('windows') === true;
  const user = userState(undefined, facts.user);
  return {
    user: { ...user, isRoot: valueOf(facts.isRoot) ?? user.isRoot },
    workdir: isWindows ? UNKNOWN : facts.workdir.state === 'absent' ? known('/') : facts.workdir,
    shell: isWindows ? known(WINDOWS_SHELL) : shellOf(facts.shell),
  };
}

function shellOf(path: Known<string>): Known<readonly string[]> {
  return path.state === 'known' ? known([path.value, '-c']) : path;
}
