import { type Known, known, UNKNOWN } from '../text/known';

/** A text of the file after Compose has put variables in. */
export interface Interpolation {
  /** Unknown where a variable has neither a value nor a default. */
  readonly value: Known<string>;
  /** The value, with `HOLE` in the place of each variable that is not known. */
  readonly template: string;
  /** The names of the variables that left a hole, in order. */
  readonly holes: readonly string[];
  /** Every variable that is named, in order. */
  readonly variables: readonly string[];
  /** True where the value has a default in it (`${V:-d}`), which the environment may replace. */
  readonly fromDefault: boolean;
  /**
   * True where the value has something in it that the file's surroundings gave (`.env`). It does not stand in the file, and
   * the environment of whoever starts the service may replace it.
   */
  readonly fromOutside: boolean;
  /** What is written wrongly: `${` without `}`, a bad name, an unknown operator. */
  readonly faults: readonly InterpolationFault[];
}

/** Offsets count in the interpolated text. */
export interface InterpolationFault {
  readonly start: number;
  readonly end: number;
}

/** Stands in a template for what is not known (U+FFFC, object replacement character). */
export const HOLE = '\uFFFC';

/** Values that the file's surroundings give (`.env`); a name that it lacks has an unknown value. */
export type Variables = ReadonlyMap<string, string>;

/** Nested defaults deeper than this are taken for unknown. */
const deepest = 20;

/**
 * Puts variables into a text as Compose does. A variable without a value makes the text unknown; its default, where it has
 * one, is taken, and said to be a default.
 * @see https://docs.docker.com/reference/compose-file/interpolation/
 */
export function interpolate(text: string, variables: Variables): Interpolation {
  if (!text.includes('$')) return withoutVariables(text);
  const state: State = {
    variables,
    holes: [],
    names: [],
    faults: [],
    fromDefault: false,
    fromOutside: false,
  };
  const template = expand(text, 0, text.length, state, 0);
  return {
    value: state.holes.length === 0 ? known(template) : UNKNOWN,
    template,
    holes: state.holes,
    variables: state.names,
    fromDefault: state.fromDefault,
    fromOutside: state.fromOutside,
    faults: state.faults,
  };
}

const none: readonly never[] = [];

/** Nearly every text of a file is one: made without copying anything. */
function withoutVariables(text: string): Interpolation {
  return {
    value: known(text),
    template: text,
    holes: none,
    variables: none,
    fromDefault: false,
    fromOutside: false,
    faults: none,
  };
}

interface State {
  readonly variables: Variables;
  readonly holes: string[];
  readonly names: string[];
  readonly faults: InterpolationFault[];
  fromDefault: boolean;
  fromOutside: boolean;
}

const nameAt = /[A-Za-z_][A-Za-z0-9_]*/y;
const operatorAt = /:?[-?+]/y;

function expand(text: string, from: number, to: number, state: State, depth: number): string {
  let result = '';
  let at = from;
  while (at < to) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0 || dollar >= to) return result + text.slice(at, to);
    result += text.slice(at, dollar);
    if (text[dollar + 1] === '$') {
      result += '$';
      at = dollar + 2;
    } else if (text[dollar + 1] === '{') {
      const end = closing(text, dollar + 2, to);
      if (end < 0) {
        state.faults.push({ start: dollar, end: to });
        state.holes.push('');
        return result + HOLE;
      }
      result += braced(text, dollar, end, state, depth);
      at = end + 1;
    } else {
      const name = match(nameAt, text, dollar + 1);
      result += name === '' ? '$' : plain(name, state);
      at = dollar + 1 + name.length;
    }
  }
  return result;
}

/** `${…}` from its dollar to its closing brace. */
function braced(text: string, dollar: number, end: number, state: State, depth: number): string {
  const name = match(nameAt, text, dollar + 2);
  const afterName = dollar + 2 + name.length;
  if (name === '' || depth > deepest) return fault(dollar, end, state);
  if (afterName === end) return plain(name, state);
  const operator = match(operatorAt, text, afterName);
  if (operator === '') return fault(dollar, end, state);
  state.names.push(name);
  const value = state.variables.get(name);
  const given = value !== undefined && (value !== '' || !operator.startsWith(':'));
  const operand = (): string => expand(text, afterName + operator.length, end, state, depth + 1);
  switch (operator.at(-1)) {
    case '-':
      if (given) return outside(value, state);
      state.fromDefault = true;
      return operand();
    case '+':
      if (given) return outside(operand(), state);
      if (value === undefined) return hole(name, state);
      return '';
    default:
      return given ? outside(value, state) : hole(name, state);
  }
}

function plain(name: string, state: State): string {
  state.names.push(name);
  const value = state.variables.get(name);
  return value === undefined ? hole(name, state) : outside(value, state);
}

function outside(value: string, state: State): string {
  state.fromOutside = true;
  return value;
}

function hole(name: string, state: State): string {
  state.holes.push(name);
  return HOLE;
}

function fault(dollar: number, end: number, state: State): string {
  state.faults.push({ start: dollar, end: end + 1 });
  return hole('', state);
}

/** The offset of the brace that closes the one before `from`; -1 where there is none. */
function closing(text: string, from: number, to: number): number {
  let open = 1;
  for (let at = from; at < to; at++) {
    if (text[at] === '}') {
      if (--open === 0) return at;
    } else if (text[at] === '$' && text[at + 1] === '$') {
      at++;
    } else if (text[at] === '$' && text[at + 1] === '{') {
      open++;
      at++;
    }
  }
  return -1;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
