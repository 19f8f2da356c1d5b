import { type ShellCommand, type ShellScript, type ShellWord } from './model';

/** No word is made longer than this many characters: values made of values can double again and again. */
const MAX_LENGTH = 20_000;

/** Looks a variable up; absent where its value cannot be told. */
type Lookup = (name: string) => string | undefined;

interface Definition {
  /** Position of the command that sets it. */
  readonly at: number;
  readonly value: string | undefined;
}

/** What the variables of a script hold where the script itself sets them to a value that can be told. */
export class ScriptVariables {
  readonly #positions = new Map<ShellCommand, number>();
  readonly #definitions = new Map<string, Definition[]>();

  constructor(script: ShellScript) {
    const loopVariables = new Set<string>();
    for (const match of script.text.text.matchAll(/\b(?:for|select)\s+([A-Za-z_]\w*)/g))
      loopVariables.add(match[1] ?? '');
    script.commands.forEach((command, at) => {
      this.#positions.set(command, at);
      for (const [name, word] of definitions(command)) {
        // What a branch, a subshell or a loop sets may or may not hold afterwards.
        const isSure = !command.conditional && !command.substituted && !loopVariables.has(name);
        this.#define(name, { at, value: isSure ? valueOf(word, this.#lookup(at)) : undefined });
      }
    });
  }

  /**
   * The arguments of a command with the variables that are known at its place put in, split into words as the shell
   * does. Words that come out of a variable bear the span of its use; all others are the command's own.
   */
  args(command: ShellCommand): readonly ShellWord[] {
    const at = this.#positions.get(command);
    if (at === undefined || this.#definitions.size === 0) return command.args;
    const lookup = this.#lookup(at);
    if (!command.args.some((word) => word.variables.some((name) => lookup(name) !== undefined)))
      return command.args;
    return command.args.flatMap((word) => expandWord(word, lookup));
  }

  #define(name: string, definition: Definition): void {
    const known = this.#definitions.get(name);
    if (known === undefined) this.#definitions.set(name, [definition]);
    else known.push(definition);
  }

  #lookup(at: number): Lookup {
    return (name) => this.#definitions.get(name)?.findLast((definition) => definition.at < at)?.value;
  }
}

/** Names that a command sets for those after it, each with its value; a value that cannot be told is `undefined`. */
function definitions(command: ShellCommand): readonly (readonly [string, ShellWord | undefined])[] {
  if (command.program === undefined)
    return command.assignments.map((assignment) => [assignment.name, assignment.value]);
  switch (command.name) {
    case 'export':
    case 'readonly':
    case 'declare':
    case 'typeset':
    case 'local':
      return command.args.flatMap((word) => assignedBy(word));
    case 'read':
    case 'unset':
      return command.args.map((word) => [word.value, undefined] as const);
    default:
      return [];
  }
}

function assignedBy(word: ShellWord): readonly (readonly [string, ShellWord])[] {
  const match = /^([A-Za-z_]\w*)=/.exec(word.value);
  if (match?.[1] === undefined) return [];
  return [[match[1], { ...word, value: word.value.slice(match[0].length) }]];
}

const EXPANSION = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

/** The value of an assignment; absent where a part of it cannot be told. */
function valueOf(word: ShellWord | undefined, lookup: Lookup): string | undefined {
  if (word === undefined) return undefined;
  return word.literal ? word.value : substitute(word, lookup);
}

/** A word with all its variables put in; absent where one is not known or it is more than text and plain variables. */
function substitute(word: ShellWord, lookup: Lookup): string | undefined {
  if (word.variables.length === 0 || /[\\']/.test(word.raw)) return undefined;
  const rest = word.value.replace(EXPANSION, '');
  if (/[$`]/.test(rest) || (!word.quoted && /[*?[{~]/.test(rest))) return undefined;
  if (word.variables.some((name) => lookup(name) === undefined)) return undefined;
  const text = word.value.replace(
    EXPANSION,
    (_, plain: string | undefined, braced: string | undefined) => lookup(plain ?? braced ?? '') ?? '',
  );
  return text.length > MAX_LENGTH ? undefined : text;
}

function expandWord(word: ShellWord, lookup: Lookup): readonly ShellWord[] {
  if (word.literal) return [word];
  const text = substitute(word, lookup);
  if (text === undefined) return [word];
  const parts = word.quoted ? [text] : text.split(/[ \t\n]+/).filter((part) => part !== '');
  return parts.map((part) => ({
    raw: part,
    value: part,
    literal: word.quoted || !/[*?[\]]/.test(part),
    variables: [],
    quoted: word.quoted,
    span: word.span,
  }));
}
