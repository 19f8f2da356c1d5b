import { known, UNKNOWN, type Known } from '../text/known';
import { UNGIVEN } from './expand';
import { type GlobalScope } from './global-scope';
import { UserNode } from './instructions/user-node';
import { ArgNode, VariableNode } from './instructions/variable-node';
import { WorkdirNode } from './instructions/workdir-node';
import { type Instruction, type UserInstruction, type UserState, type VariableState } from './model';
import { type Scope } from './scope';
import { type StageState } from './state';
import { wordsOf } from './words';

/** Where an instruction is applied. */
export interface Transition {
  readonly scope: Scope;
  readonly globals: GlobalScope;
  /** How many instructions of the stage have run when it has. */
  readonly at: number;
}

/** What holds after the instruction; the same state where it changes nothing. */
export function apply(instruction: Instruction, state: StageState, where: Transition): StageState {
  const { scope, globals, at } = where;
  if (instruction instanceof UserNode)
    return state.after(at, { user: userState(instruction, instruction.resolve(state.lookup).user) });
  if (instruction instanceof WorkdirNode)
    return instruction.body.text === ''
      ? state
      : state.after(at, { workdir: instruction.resolve(state.lookup, state.workdir) });
  if (instruction instanceof ArgNode) {
    const values = argumentValues(instruction, state, globals);
    instruction.pairs.forEach(({ name }, position) => {
      const value = values[position] ?? UNKNOWN;
      scope.set(name, at, declared(value, scope.get(name, at), instruction));
    });
    return state.after(at);
  }
  if (instruction instanceof VariableNode && instruction.keyword === 'ENV') {
    const { lookup } = state;
    for (const pair of instruction.pairs)
      scope.set(pair.name, at, { kind: 'env', value: pair.written.expandWith(lookup), instruction });
    return state.after(at);
  }
  return instruction.keyword === 'SHELL' ? state.after(at, { shell: shellWords(instruction) }) : state;
}

/** What the pairs of an ARG come to; each sees those before it. */
export function argumentValues(
  instruction: ArgNode,
  state: StageState,
  globals: GlobalScope,
): readonly Known<string>[] {
  const earlier = new Map<string, Known<string>>();
  const { lookup } = state;
  return instruction.pairs.map(({ written: pair }) => {
    const value =
      globals.given(pair.name) ??
      (pair.raw === undefined
        ? (globals.declared(pair.name) ?? UNGIVEN)
        : pair.expandWith((name) => earlier.get(name) ?? lookup(name)));
    if (value !== UNGIVEN) earlier.set(pair.name, value);
    return value;
  });
}

/**
 * A declaration without a value leaves what was there. Over an ENV of that name, BuildKit lets the ARG win until the
 * stage ends and other builders do not: two different values make it unknown.
 */
function declared(
  value: Known<string>,
  before: VariableState | undefined,
  instruction: ArgNode,
): VariableState {
  if (before === undefined) return { kind: 'arg', value, instruction };
  if (value === UNGIVEN) return before;
  if (before.kind === 'arg') return { kind: 'arg', value, instruction };
  const agrees =
    value.state === 'known' && before.value.state === 'known' && value.value === before.value.value;
  return agrees ? before : { ...before, value: UNKNOWN };
}

export function userState(instruction: UserInstruction | undefined, name: Known<string>): UserState {
  return { name, isRoot: name.state === 'known' ? isRoot(name.value) : undefined, instruction };
}

function isRoot(name: string): boolean | undefined {
  if (name === '') return undefined;
  return name === 'root' || (name.startsWith('0') && /^0+$/.test(name));
}

function shellWords(instruction: Instruction): Known<readonly string[]> {
  if (instruction.json !== undefined) return known(instruction.json.items.map(({ value }) => value));
  // Anything but JSON is refused by BuildKit; a shell by these words is what was meant.
  const { text } = instruction.body;
  const words = wordsOf(text, '\\').map(({ start, end }) => text.slice(start, end));
  return words.length === 0 ? UNKNOWN : known(words);
}
