import { type Assignment, type Command, type Redirection, type Word } from 'unbash';
import { cover, type Span } from '../text/span';
import { type ShellAssignment, type ShellRedirect, type ShellWord, type Wrapper } from './model';
import { nestedScript } from './nested-script';
import { type Place } from './place';
import { readRedirect } from './redirects';
import { type ScriptReader, type Surroundings } from './script-reader';
import { maySubstitute, readWord } from './words';
import { programName, unwrap, type Unwrapped } from './wrappers';

/** Reads simple commands: takes wrappers off, goes into the scripts that they are given. */
export class CommandReader {
  constructor(private readonly script: ScriptReader) {}

  read(node: Command, around: Surroundings): void {
    const { place } = around;
    const nodes: (Word | Assignment)[] = node.name === undefined ? [] : [node.name];
    const assignments = [...around.assignments];
    const redirects: ShellRedirect[] = [];
    for (const part of node.prefix) {
      if (part.type === 'Assignment') assignments.push(readAssignment(part, place));
      else redirects.push(readRedirect(part, place));
    }
    for (const part of node.suffix) {
      if (isRedirection(part)) redirects.push(readRedirect(part, place));
      else nodes.push(part);
    }
    const words = nodes.map((word) => readWord(word, place));

    const wrappers = [...around.wrappers];
    let at = 0;
    for (let own = unwrap(words, at); own !== undefined; own = unwrap(words, at)) {
      const wrapper = wrapperOf(words.slice(at, at + own.own), own, at);
      if (own.script.length > 0) {
        const inside = { ...around, wrappers: [...wrappers, wrapper], assignments };
        if (!this.#readScriptOf(nodes, words, own, inside)) break;
        this.#readSubstitutions(node, nodes.slice(0, at), around);
        return;
      }
      for (const index of own.assignments) {
        const word = words[index];
        const assigned = nodes[index];
        if (word !== undefined && assigned !== undefined)
          assignments.push(assignmentOf(word, assigned, place));
      }
      wrappers.push(wrapper);
      at += own.own;
    }

    const program = words[at];
    const pipeline = around.pipelines.at(-1);
    this.script.add(
      {
        name: programName(program),
        ...(program && { program }),
        args: words.slice(at + 1),
        wrappers,
        assignments,
        redirects,
        span: place.spanOf(node.pos, node.end),
        joinedBy: around.joinedBy,
        conditional: around.conditional,
        substituted: around.substituted,
        ...(pipeline && { pipeline }),
      },
      around.pipelines,
    );
    this.#readSubstitutions(node, nodes, around);
  }

  #readScriptOf(
    nodes: readonly (Word | Assignment)[],
    words: readonly ShellWord[],
    own: Unwrapped,
    around: Surroundings,
  ): boolean {
    const nested = nestedScript(
      own.script.map((index) => nodes[index]),
      own.script.map((index) => words[index]),
      around.place,
    );
    return nested !== undefined && this.script.readNested(nested.tree, { ...around, place: nested.place });
  }

  /** Of the given words and of all redirects and leading assignments, in source order. */
  #readSubstitutions(node: Command, nodes: readonly (Word | Assignment)[], around: Surroundings): void {
    for (const part of node.prefix) if (mayHoldCommands(part)) this.script.readSubstitutions(part, around);
    for (const part of nodes) if (mayHoldCommands(part)) this.script.readSubstitutions(part, around);
    for (const part of node.suffix)
      if (isRedirection(part) && mayHoldCommands(part)) this.script.readSubstitutions(part, around);
  }
}

function isRedirection(part: Word | Assignment | Redirection): part is Redirection {
  return part.type === 'Redirect' || part.type === 'HereString' || part.type === 'HereDoc';
}

function mayHoldCommands(part: Word | Assignment | Redirection): boolean {
  switch (part.type) {
    case 'HereDoc':
      return maySubstitute(part.body.text);
    case 'Redirect':
    case 'HereString':
      return part.target !== undefined && maySubstitute(part.target.text);
    default:
      return maySubstitute(part.text);
  }
}

/** An array, an element of one and `NAME+=value` have no value of their own that could be told. */
function readAssignment(node: Assignment, place: Place): ShellAssignment {
  const span = place.spanOf(node.pos, node.end);
  if (node.value.type === 'ArrayValue' || node.append === true || node.index !== undefined)
    return { name: node.name, span };
  return { name: node.name, value: readWord(node.value, place), span };
}

/** `NAME=value` among the words of `env` or `sudo`. */
function assignmentOf(word: ShellWord, node: Word | Assignment, place: Place): ShellAssignment {
  if (node.type === 'Assignment') return readAssignment(node, place);
  const at = word.value.indexOf('=');
  const offset = word.raw.indexOf('=') + 1;
  const value = { ...word, raw: word.raw.slice(offset), value: word.value.slice(at + 1) };
  return {
    name: word.value.slice(0, at),
    value: { ...value, span: place.spanOf(node.pos + offset, node.end) },
    span: word.span,
  };
}

function wrapperOf(words: readonly ShellWord[], own: Unwrapped, at: number): Wrapper {
  const assigned = new Set(own.assignments);
  const script = new Set(own.script);
  const kept = words.filter((_, index) => !assigned.has(at + index) && !script.has(at + index));
  const name = programName(words[0]);
  return { name, words: kept, span: spanOf(kept) };
}

function spanOf(words: readonly ShellWord[]): Span {
  return words.map((word) => word.span).reduce(cover, words[0]?.span ?? { start: 0, end: 0 });
}
