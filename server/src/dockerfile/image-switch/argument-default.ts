import { valueOf } from '../../text/known';
import { type Span } from '../../text/span';
import { type Dockerfile, type Pair, type Stage } from '../model';
import { ModelMap } from '../model-map';
import { variableUses } from '../variables';
import { instructionsOf } from '../walk';

/** An ARG before the first FROM. */
export interface GlobalDefault {
  /** What FROM sees; absent where it is not known. */
  readonly value: string | undefined;
  /** Of the default without its quotes; absent where there is none that stands there as it counts. */
  readonly span: Span | undefined;
}

/** What hangs on the ARGs before the first FROM. */
interface Arguments {
  readonly defaults: ReadonlyMap<string, GlobalDefault>;
  /** Stages whose base image takes a variable. */
  readonly stages: ReadonlyMap<string, readonly Stage[]>;
  /** Variables that the defaults of other ARGs, or a `--platform`, take. */
  readonly usedElsewhere: ReadonlySet<string>;
  /** Variables that a stage asks for once more. */
  readonly declaredAgain: ReadonlySet<string>;
}

const read = new ModelMap<Dockerfile, Arguments>();

/** The last ARG of a name before the first FROM. */
export function globalDefault(dockerfile: Dockerfile, name: string): GlobalDefault | undefined {
  return argumentsOf(dockerfile).defaults.get(name);
}

/** The stages whose base images take the variable, in order. */
export function stagesWith(dockerfile: Dockerfile, name: string): readonly Stage[] {
  return argumentsOf(dockerfile).stages.get(name) ?? [];
}

/**
 * Whether what takes the variable beside base images would mean something else with another value. One version in place
 * of another is what a stage that asks for it wants.
 */
export function isBoundElsewhere(dockerfile: Dockerfile, name: string, from: string, to: string): boolean {
  const { usedElsewhere, declaredAgain } = argumentsOf(dockerfile);
  return usedElsewhere.has(name) || (declaredAgain.has(name) && !(isVersion(from) && isVersion(to)));
}

function isVersion(text: string): boolean {
  return /^\d+(?:\.\d+)*$/.test(text);
}

function argumentsOf(dockerfile: Dockerfile): Arguments {
  let found = read.get(dockerfile);
  if (found === undefined) read.set(dockerfile, (found = readArguments(dockerfile)));
  return found;
}

function readArguments(dockerfile: Dockerfile): Arguments {
  const defaults = new Map<string, GlobalDefault>();
  const usedElsewhere = new Set<string>();
  const declaredAgain = new Set<string>();
  const stages = new Map<string, Stage[]>();
  for (const arg of dockerfile.globalArgs) {
    for (const { name } of variableUses(arg)) usedElsewhere.add(name);
    for (const pair of arg.pairs)
      defaults.set(pair.name, { value: valueOf(pair.resolved), span: writtenDefault(pair, dockerfile) });
  }
  for (const stage of dockerfile.stages) {
    for (const { name, span } of variableUses(stage.from)) {
      if (span.start < stage.base.span.start) usedElsewhere.add(name);
      else if (stages.get(name)?.at(-1) !== stage) stages.set(name, [...(stages.get(name) ?? []), stage]);
    }
    for (const arg of instructionsOf(stage, 'ARG'))
      for (const { name, value } of arg.pairs) if (value === undefined) declaredAgain.add(name);
  }
  return { defaults, stages, usedElsewhere, declaredAgain };
}

/** A default that stands there as it counts. */
function writtenDefault({ value, valueSpan, resolved }: Pair, { source }: Dockerfile): Span | undefined {
  if (value === undefined || valueSpan === undefined || valueOf(resolved) !== value) return undefined;
  const written = source.slice(valueSpan);
  if (written === value) return valueSpan;
  const isQuoted = written === `"${value}"` || written === `'${value}'`;
  return isQuoted ? { start: valueSpan.start + 1, end: valueSpan.end - 1 } : undefined;
}
