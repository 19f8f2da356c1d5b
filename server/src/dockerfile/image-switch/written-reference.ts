import { valueOf } from '../../text/known';
import { contains, type Span } from '../../text/span';
import { globalDefault } from './argument-default';
import { type Dockerfile, type Stage } from '../model';
import { ModelMap } from '../model-map';
import { variableUses } from '../variables';

/** The reference of a FROM, taken apart into what stands there and the ARGs that the rest comes from. */
export interface WrittenReference {
  readonly span: Span;
  /** With the values of its variables. */
  readonly text: string;
  /** One more than variables: what stands before, between and behind them. */
  readonly literals: readonly WrittenPart[];
  readonly variables: readonly WrittenVariable[];
}

export interface WrittenPart {
  readonly text: string;
  readonly span: Span;
}

export interface WrittenVariable {
  readonly name: string;
  readonly value: string;
}

const read = new ModelMap<Stage, WrittenReference | undefined>();
const starts = new ModelMap<Dockerfile, ReadonlyMap<number, Stage>>();

/** The stage whose base image is named at an offset. */
export function stageNamedAt(dockerfile: Dockerfile, offset: number): Stage | undefined {
  let found = starts.get(dockerfile);
  if (found === undefined) {
    found = new Map(dockerfile.stages.map((stage) => [stage.base.span.start, stage]));
    starts.set(dockerfile, found);
  }
  return found.get(offset);
}

/**
 * Absent where the reference is written in another way than with `$NAME` and `${NAME}`, where a value is not known, and
 * where quotes, escapes or a line's end stand in it.
 */
export function writtenReference(dockerfile: Dockerfile, stage: Stage): WrittenReference | undefined {
  if (read.has(stage)) return read.get(stage);
  const found = readReference(dockerfile, stage);
  read.set(stage, found);
  return found;
}

function readReference(dockerfile: Dockerfile, { from, base }: Stage): WrittenReference | undefined {
  const { source } = dockerfile;
  const { span } = base;
  const literals: WrittenPart[] = [];
  const variables: WrittenVariable[] = [];
  let { start } = span;
  const addLiteral = (end: number): void => {
    literals.push({ text: source.text.slice(start, end), span: { start, end } });
  };
  for (const use of variableUses(from)) {
    if (!contains(span, use.span)) continue;
    const value = globalDefault(dockerfile, use.name)?.value;
    if (value === undefined || !/^\$(?:\w+|\{\w+\})$/.test(source.slice(use.span))) return undefined;
    addLiteral(use.span.start);
    variables.push({ name: use.name, value });
    start = use.span.end;
  }
  addLiteral(span.end);
  const text = joined(literals, variables);
  if (literals.some((each) => /["'\\`$\s]/.test(each.text)) || text !== valueOf(base.resolved))
    return undefined;
  return { span, text, literals, variables };
}

function joined(literals: readonly WrittenPart[], variables: readonly WrittenVariable[]): string {
  return literals.map(({ text }, index) => text + (variables[index]?.value ?? '')).join('');
}
