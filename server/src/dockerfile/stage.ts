import { type Known } from '../text/known';
import { type Span } from '../text/span';
import { type BaseNode } from './base';
import { effectsOf } from './effects/effects';
import {
  type Effects,
  type FromInstruction,
  type Instruction,
  type SourceReference,
  type Stage,
  type State,
} from './model';
import { usesOf } from './copy-graph';
import { type Flow } from './flow';
import { type Stages } from './source-reference';

export class StageNode implements Stage {
  readonly instructions: Instruction[] = [];
  readonly facts = new Map<object, unknown>();
  #uses: readonly SourceReference[] | undefined;

  constructor(
    readonly index: number,
    readonly from: FromInstruction,
    readonly base: BaseNode,
    readonly platform: Known<string>,
    private readonly stages: Stages,
    private readonly flow: () => Flow,
  ) {}

  get name(): string | undefined {
    return this.from.as?.name;
  }

  get nameSpan(): Span | undefined {
    return this.from.as?.nameSpan;
  }

  get span(): Span {
    return { start: this.from.span.start, end: (this.instructions.at(-1) ?? this.from).span.end };
  }

  get final(): State {
    return this.flow().final(this);
  }

  before(instruction: Instruction): State {
    return this.flow().before(this, instruction);
  }

  get uses(): readonly SourceReference[] {
    return (this.#uses ??= this.#findUses());
  }

  get effects(): Effects {
    return effectsOf(this);
  }

  effective(keyword: EffectiveKeyword): Instruction | undefined {
    return effectiveIn(this, keyword);
  }

  #findUses(): readonly SourceReference[] {
    const uses: SourceReference[] = [];
    for (const instruction of this.instructions) uses.push(...usesOf(instruction, this.stages));
    return uses;
  }
}

type EffectiveKeyword = Parameters<Stage['effective']>[0];

function effectiveIn(top: StageNode, keyword: EffectiveKeyword): Instruction | undefined {
  for (let stage: StageNode | undefined = top; stage !== undefined; stage = stage.base.stage) {
    const own = stage.instructions.findLast((instruction) => instruction.keyword === keyword);
    if (own !== undefined) return own;
    // An ENTRYPOINT takes away the CMD that was inherited.
    if (keyword === 'CMD' && stage.instructions.some((each) => each.keyword === 'ENTRYPOINT'))
      return undefined;
  }
  return undefined;
}
