import { ABSENT, UNKNOWN, valueOf, type Known } from '../text/known';
import { BaseNode } from './base';
import { expand } from './expand';
import { type Flow } from './flow';
import { type GlobalScope } from './global-scope';
import { type DockerfileOptions, type FromInstruction, type Instruction } from './model';
import { type Stages } from './source-reference';
import { StageNode } from './stage';

/** What stages are made from. */
export interface StageMaterial {
  readonly instructions: readonly Instruction[];
  readonly globals: GlobalScope;
  readonly escape: string;
  readonly options: DockerfileOptions;
  readonly stages: Stages;
  readonly flow: () => Flow;
}

/** The stages of a file, found by place and by name. */
export class StageList {
  readonly all: StageNode[] = [];
  /** Stages of a name in lower case, in order. */
  readonly #byName = new Map<string, StageNode[]>();
  readonly #shipped: ReadonlySet<StageNode>;
  #targetList: readonly StageNode[] | undefined;
  #shippedList: readonly StageNode[] | undefined;

  constructor(private readonly material: StageMaterial) {
    for (const instruction of material.instructions) {
      if (instruction.keyword === 'FROM') this.#add(instruction);
      else this.all.at(-1)?.instructions.push(instruction);
    }
    this.#shipped = this.#findShipped();
  }

  /** The last stage and those that are asked for by name, in order. */
  get targets(): readonly StageNode[] {
    return (this.#targetList ??= this.#findTargets());
  }

  get shipped(): readonly StageNode[] {
    return (this.#shippedList ??= this.all.filter((stage) => this.#shipped.has(stage)));
  }

  ships(stage: StageNode): boolean {
    return this.#shipped.has(stage);
  }

  /** The last stage of that name before the stage with the index `before`, or of all. */
  named(name: string, before = this.all.length): StageNode | undefined {
    const namesakes = this.#byName.get(name.toLowerCase()) ?? [];
    let low = 0;
    let high = namesakes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((namesakes[middle]?.index ?? before) < before) low = middle + 1;
      else high = middle;
    }
    return namesakes[low - 1];
  }

  find(nameOrIndex: string): StageNode | undefined {
    return /^\d+$/.test(nameOrIndex) ? this.all[Number(nameOrIndex)] : this.named(nameOrIndex);
  }

  #add(from: FromInstruction): void {
    const { options, flow } = this.material;
    const resolved = from.image === undefined ? UNKNOWN : this.#resolve(from.image.text);
    const name = valueOf(resolved);
    const below = name === undefined ? undefined : this.named(name);
    const platform = from.flags.find((flag) => flag.name === 'platform')?.value;
    const stage = new StageNode(
      this.all.length,
      from,
      new BaseNode(from, resolved, below, options),
      platform === undefined ? ABSENT : this.#resolve(platform),
      this.material.stages,
      flow,
    );
    this.all.push(stage);
    if (stage.name === undefined) return;
    const key = stage.name.toLowerCase();
    const namesakes = this.#byName.get(key);
    if (namesakes === undefined) this.#byName.set(key, [stage]);
    else namesakes.push(stage);
  }

  /** FROM sees the global ARGs only. What comes to nothing stands for nothing that could be told. */
  #resolve(text: string): Known<string> {
    const value = expand(text, this.material.globals.lookup, this.material.escape);
    return value.state === 'known' && value.value !== '' ? value : UNKNOWN;
  }

  #findTargets(): readonly StageNode[] {
    const names = this.material.options.shippedTargets ?? [];
    const wanted = new Set([this.all.at(-1), ...names.map((name) => this.find(name))]);
    return this.all.filter((stage) => wanted.has(stage));
  }

  #findShipped(): ReadonlySet<StageNode> {
    const shipped = new Set<StageNode>();
    for (const target of this.targets) {
      let stage: StageNode | undefined = target;
      for (; stage !== undefined && !shipped.has(stage); stage = stage.base.stage) shipped.add(stage);
    }
    return shipped;
  }
}
