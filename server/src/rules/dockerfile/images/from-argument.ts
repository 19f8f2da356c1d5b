import { type Dockerfile, type Pair, type VariableUse } from '../../../dockerfile/model';
import { variableUses } from '../../../dockerfile/variables';
import { replace, type Edit } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { contains, type Span } from '../../../text/span';
import { type ImageUse } from './image-uses';

/** The default of an ARG that a base image takes a part of its name from. */
export interface FromArgument {
  /** Of the default without its quotes: what has to change. */
  readonly span: Span;
  /** Changes it so that the reference becomes this one; absent where other images hang on it, or it cannot be so. */
  edit(reference: string): Edit | undefined;
}

/** The ARG above the first FROM whose default alone says what a reference with one variable comes to. */
export function fromArgument(use: ImageUse, dockerfile: Dockerfile): FromArgument | undefined {
  const { source } = dockerfile;
  if (use.verbatim) return undefined;
  const { byPlace, byName } = variablesOf(dockerfile);
  const [variable, ...others] = byPlace.get(use.span.start) ?? [];
  if (variable === undefined || others.length > 0) return undefined;
  if (!/^\$(?:\w+|\{\w+\})$/.test(source.slice(variable.span))) return undefined;
  const pair = dockerfile.globalArgs
    .flatMap(({ pairs }) => pairs)
    .findLast(({ name }) => name === variable.name);
  const span = pair && writtenDefault(pair, dockerfile);
  if (span === undefined) return undefined;
  const before = source.slice({ start: use.span.start, end: variable.span.start });
  const after = source.slice({ start: variable.span.end, end: use.span.end });
  return {
    span,
    edit(reference) {
      if (byName.get(variable.name)?.size !== 1) return undefined;
      const value = reference.slice(before.length, reference.length - after.length);
      return value !== '' && before + value + after === reference ? replace(span, value) : undefined;
    },
  };
}

interface Variables {
  /** Those of a base image's reference, by where it begins. */
  readonly byPlace: ReadonlyMap<number, readonly VariableUse[]>;
  /** The texts that take a variable: references, and the ARGs before the first FROM. */
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
}

const read = new WeakMap<Dockerfile, Variables>();

function variablesOf(dockerfile: Dockerfile): Variables {
  const known = read.get(dockerfile);
  if (known !== undefined) return known;
  const { globalArgs, stages, source } = dockerfile;
  const byPlace = new Map<number, readonly VariableUse[]>();
  const byName = new Map<string, Set<string>>();
  const add = (uses: readonly VariableUse[], text: string): void => {
    for (const { name } of uses) byName.set(name, (byName.get(name) ?? new Set()).add(text));
  };
  for (const arg of globalArgs) add(variableUses(arg), source.slice(arg.span));
  for (const { from, base } of stages) {
    const uses = variableUses(from);
    add(uses, source.slice(base.span));
    byPlace.set(
      base.span.start,
      uses.filter(({ span }) => contains(base.span, span)),
    );
  }
  const variables = { byPlace, byName };
  read.set(dockerfile, variables);
  return variables;
}

/** A default that stands there as it counts. */
function writtenDefault({ value, valueSpan, resolved }: Pair, { source }: Dockerfile): Span | undefined {
  if (value === undefined || valueSpan === undefined || valueOf(resolved) !== value) return undefined;
  const written = source.slice(valueSpan);
  if (written === value) return valueSpan;
  const isQuoted = written === `"${value}"` || written === `'${value}'`;
  return isQuoted ? { start: valueSpan.start + 1, end: valueSpan.end - 1 } : undefined;
}
