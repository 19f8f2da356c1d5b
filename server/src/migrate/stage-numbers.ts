import { freeStageName } from '../dockerfile/free-stage-name';
import { type Dockerfile, type Stage } from '../dockerfile/model';
import { insert, replace, type Edit } from '../text/edit';
import { type Step } from './plan';
import { type Change } from './ship/change';

const id = 'stage-numbers';

const reason = {
  title: 'Use stages by their names',
  why: 'A new stage moves the number of each one below it, so that `--from=0` would mean another stage. A name goes on meaning the same.',
} as const;

/** Keeps what is used by a number right where splits move the numbers: it is used by a name then. */
export class StageNumbers {
  readonly #names = new Map<Stage, string>();
  readonly #taken: Set<string>;
  readonly #split = new Set<Stage>();

  /** @param taken names that mean something else to the build. */
  constructor(
    private readonly dockerfile: Dockerfile,
    taken: readonly string[],
  ) {
    this.#taken = new Set(taken.map((name) => name.toLowerCase()));
  }

  /** A name that no stage has, neither before nor after. */
  newName(...wanted: readonly [string, ...string[]]): string {
    const name = freeStageName(this.dockerfile, wanted, this.#taken);
    this.#taken.add(name.toLowerCase());
    return name;
  }

  /** Tells that a stage of its own now stands above this one, and gives the name that this one has to have, if any. */
  split(stage: Stage): string | undefined {
    this.#split.add(stage);
    const isUsed = this.dockerfile.stages.some(({ uses }) =>
      uses.some((use) => use.byIndex && use.stage === stage),
    );
    return isUsed ? this.#nameOf(stage) : stage.name;
  }

  /** What `--from` says to mean a stage. */
  call(stage: Stage): string {
    const { name, index } = stage;
    if (name === undefined) return this.#isMoved(stage) ? this.#nameOf(stage) : String(index);
    const isShared = this.dockerfile.stages.some(
      (other) => other !== stage && other.name?.toLowerCase() === name.toLowerCase(),
    );
    return isShared ? String(index + this.#splitsUpTo(index)) : name;
  }

  /** Uses, in these stages, of those whose numbers change. */
  change(stages: readonly Stage[]): Change | undefined {
    const edits = stages.flatMap(({ uses }) =>
      uses.flatMap(({ byIndex, stage, span }) =>
        byIndex && stage !== undefined && this.#isMoved(stage) ? [replace(span, this.call(stage))] : [],
      ),
    );
    return edits.length === 0 ? undefined : { id, ...reason, edits };
  }

  /** The steps, with what keeps numbers right in the first that splits: without each other they would not build. */
  joined(steps: readonly Step[], others: readonly Stage[]): readonly Step[] {
    const change = this.change(others);
    const own = steps.filter((step) => step.id === id);
    const edits = [...own, ...(change === undefined ? [] : [change])].flatMap((step) => step.edits);
    for (const [stage, name] of this.#names) {
      const { image, keywordText } = stage.from;
      const as = keywordText === keywordText.toLowerCase() ? 'as' : 'AS';
      if (!this.#split.has(stage) && image !== undefined)
        edits.push(insert(image.span.end, ` ${as} ${name}`));
    }
    if (edits.length === 0) return steps;
    const isFirst = (step: Step, index: number): boolean =>
      step.id === 'split' && steps.findIndex((each) => each.id === 'split') === index;
    return steps.flatMap((step, index): readonly Step[] => {
      if (step.id === id) return [];
      if (!isFirst(step, index)) return [step];
      const parts = [...(step.parts ?? []).filter(({ title }) => title !== reason.title), reason];
      return [{ ...step, edits: [...step.edits, ...withoutTwins(edits)], parts }];
    });
  }

  #isMoved({ index }: Stage): boolean {
    return this.#splitsUpTo(index) > 0;
  }

  #splitsUpTo(index: number): number {
    return [...this.#split].filter((split) => split.index <= index).length;
  }

  #nameOf(stage: Stage): string {
    if (stage.name !== undefined) return stage.name;
    const known = this.#names.get(stage) ?? this.newName(`stage-${stage.index}`);
    this.#names.set(stage, known);
    return known;
  }
}

function withoutTwins(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter(
    ({ span }, index) => edits.findIndex((other) => other.span.start === span.start) === index,
  );
}
