import {
  forEachChild,
  type AndOr,
  type ArithmeticExpression,
  type CommandExpansionPart,
  type ParsedScript,
  type Pipeline as PipelineTree,
  type ProcessSubstitutionPart,
  type Statement,
  type SyntaxNode,
} from 'unbash';
import { CommandReader } from './command-reader';
import { type Pipeline, type ShellAssignment, type ShellCommand, type Wrapper } from './model';
import { coarsePlace, type Place } from './place';

/** Scripts inside scripts (`sh -c "su -c '…'"`) are read this deep. */
const MAX_SCRIPTS = 6;

/** What holds at one place of the tree. */
export interface Surroundings {
  readonly place: Place;
  readonly conditional: boolean;
  readonly substituted: boolean;
  readonly joinedBy: ShellCommand['joinedBy'];
  /** Those it stands in, outermost first. */
  readonly pipelines: readonly OpenPipeline[];
  readonly wrappers: readonly Wrapper[];
  /** Before the wrapper whose script this is: `A=1 sh -c '…'`. */
  readonly assignments: readonly ShellAssignment[];
  /** How many `sh -c` scripts stand around. */
  readonly scripts: number;
}

/** A pipeline whose commands are still being read. */
export interface OpenPipeline extends Pipeline {
  readonly commands: ShellCommand[];
}

type Substitution =
  | CommandExpansionPart
  | ProcessSubstitutionPart
  | Extract<ArithmeticExpression, { type: 'ArithmeticCommandExpansion' }>;

/** Walks a syntax tree and puts down its commands and pipelines in source order. */
export class ScriptReader {
  complete = true;
  readonly #commandReader = new CommandReader(this);

  constructor(
    readonly commands: ShellCommand[],
    readonly pipelines: Pipeline[],
  ) {}

  read(script: ParsedScript, place: Place): void {
    this.readScript(script, {
      place,
      conditional: false,
      substituted: false,
      joinedBy: 'start',
      pipelines: [],
      wrappers: [],
      assignments: [],
      scripts: 0,
    });
  }

  /** @returns whether the script could be read: it is none too many deep. */
  readNested(script: ParsedScript, around: Surroundings): boolean {
    if (around.scripts >= MAX_SCRIPTS) return false;
    this.readScript(script, { ...around, scripts: around.scripts + 1 });
    return true;
  }

  add(command: ShellCommand, pipelines: readonly OpenPipeline[]): void {
    this.commands.push(command);
    for (const pipeline of pipelines) pipeline.commands.push(command);
  }

  readScript(script: ParsedScript, around: Surroundings): void {
    if (script.errors !== undefined && script.errors.length > 0) this.complete = false;
    this.#readList(script.commands, around);
  }

  /** Reads the commands of `$(…)`, back-ticks and `<(…)` anywhere below a node. */
  readSubstitutions(node: SyntaxNode, around: Surroundings): void {
    forEachChild(node, (child) => {
      switch (child.type) {
        case 'CommandExpansion':
        case 'ProcessSubstitution':
        case 'ArithmeticCommandExpansion':
          this.#readSubstitution(child, around);
          break;
        case 'Literal':
        case 'SingleQuoted':
        case 'SimpleExpansion':
          break;
        default:
          this.readSubstitutions(child, around);
      }
    });
  }

  #readSubstitution(part: Substitution, around: Surroundings): void {
    const script = part.script;
    if (script === undefined) return;
    const place =
      script.source === undefined
        ? around.place
        : coarsePlace(script.source, around.place.spanOf(part.pos, part.end));
    this.readScript(script, {
      ...around,
      place,
      substituted: true,
      joinedBy: 'start',
      pipelines: [],
      wrappers: [],
      assignments: [],
    });
  }

  #readList(statements: readonly Statement[], around: Surroundings): void {
    let inside = around;
    for (const statement of statements) {
      this.#readNode(statement.command, inside);
      if (inside === around) inside = { ...around, joinedBy: ';' };
    }
  }

  /** A list with a frame of its own: its first command begins anew. */
  #readBody(
    list: { readonly commands: readonly Statement[] },
    around: Surroundings,
    conditional = false,
  ): void {
    this.#readList(list.commands, {
      ...around,
      joinedBy: 'start',
      conditional: around.conditional || conditional,
    });
  }

  #readNode(node: SyntaxNode, around: Surroundings): void {
    switch (node.type) {
      case 'Command':
        this.#commandReader.read(node, around);
        break;
      case 'Pipeline':
        this.#readPipeline(node, around);
        break;
      case 'AndOr':
        this.#readAndOr(node, around);
        break;
      case 'Redirected':
        this.#readNode(node.command, around);
        for (const redirect of node.redirects) this.readSubstitutions(redirect, around);
        break;
      case 'Subshell':
      case 'BraceGroup':
        this.#readBody(node.body, around);
        break;
      case 'CompoundList':
        this.#readBody(node, around);
        break;
      case 'If':
        this.#readBody(node.clause, around);
        this.#readBody(node.then, around, true);
        for (const branch of node.elif) {
          this.#readBody(branch.clause, around, true);
          this.#readBody(branch.then, around, true);
        }
        if (node.else !== undefined) this.#readBody(node.else, around, true);
        break;
      case 'While':
        this.#readBody(node.clause, around);
        this.#readBody(node.body, around, true);
        break;
      case 'For':
      case 'Select':
        for (const word of node.wordlist ?? []) this.readSubstitutions(word, around);
        this.#readBody(node.body, around, true);
        break;
      case 'ArithmeticFor':
        this.#readBody(node.body, around, true);
        break;
      case 'Case':
        this.readSubstitutions(node.word, around);
        for (const item of node.items) this.#readBody(item.body, around, true);
        break;
      case 'Function':
        this.#readNode(node.body, { ...around, conditional: true });
        break;
      case 'Coproc':
        this.#readNode(node.body, around);
        break;
      default:
        this.readSubstitutions(node, around);
    }
  }

  #readAndOr(node: AndOr, around: Surroundings): void {
    node.commands.forEach((member, index) => {
      const operator = node.operators[index - 1];
      this.#readNode(
        member,
        operator === undefined
          ? around
          : { ...around, joinedBy: operator, conditional: around.conditional || operator === '||' },
      );
    });
  }

  #readPipeline(node: PipelineTree, around: Surroundings): void {
    const wrappers = [...around.wrappers];
    for (const prefix of node.prefixes) {
      if (prefix.type !== 'Time') continue;
      const span = around.place.spanOf(prefix.pos, prefix.end);
      const raw = around.place.text.slice(prefix.pos, prefix.keywordEnd);
      const keyword = around.place.spanOf(prefix.pos, prefix.keywordEnd);
      const word = { raw, value: raw, literal: true, variables: [], quoted: false, span: keyword };
      wrappers.push({ name: 'time', words: [word], span });
    }
    let pipelines = around.pipelines;
    if (node.commands.length > 1) {
      const pipeline = { commands: [], span: around.place.spanOf(node.pos, node.end) };
      this.pipelines.push(pipeline);
      pipelines = [...pipelines, pipeline];
    }
    node.commands.forEach((member, index) => {
      const joinedBy = index === 0 ? around.joinedBy : '|';
      this.#readNode(member, { ...around, wrappers, pipelines, joinedBy });
    });
  }
}
