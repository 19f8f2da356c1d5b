import { Source } from '../text/source';
import { DockerfileParts } from './file';
import { type Lexed } from './lexed';
import { lex } from './lexer';
import {
  type ArgInstruction,
  type Comment,
  type Directive,
  type Dockerfile,
  type DockerfileOptions,
  type Instruction,
  type Stage,
} from './model';

/**
 * Reads a Dockerfile as BuildKit does. Never throws, whatever the text is; the lines are taken apart at once, all
 * else when it is first asked for.
 * @param before an earlier version of the same document, whose lines are taken over where they stand unchanged.
 */
export function parseDockerfile(
  text: string | Source,
  options: DockerfileOptions = {},
  before?: Dockerfile,
): Dockerfile {
  const source = typeof text === 'string' ? new Source(text) : text;
  const lexed = lex(source, before instanceof ParsedDockerfile ? before.lexed : undefined);
  return new ParsedDockerfile(source, lexed, new DockerfileParts(source, lexed, options));
}

class ParsedDockerfile implements Dockerfile {
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly Instruction[];
  readonly globalArgs: readonly ArgInstruction[];
  readonly facts = new Map<object, unknown>();
  readonly #parts: DockerfileParts;

  constructor(
    readonly source: Source,
    readonly lexed: Lexed,
    parts: DockerfileParts,
  ) {
    this.escape = lexed.escape;
    this.directives = lexed.directives;
    this.comments = lexed.comments;
    this.instructions = parts.instructions;
    this.globalArgs = parts.globalArgs;
    this.#parts = parts;
  }

  get stages(): readonly Stage[] {
    return this.#parts.stages.all;
  }

  get targets(): readonly Stage[] {
    return this.#parts.stages.targets;
  }

  get shippedStages(): readonly Stage[] {
    return this.#parts.stages.shipped;
  }

  stage(nameOrIndex: string): Stage | undefined {
    return this.#parts.stages.find(nameOrIndex);
  }

  ships(stage: Stage): boolean {
    const own = this.#parts.stageAt(stage.index);
    return own !== undefined && this.#parts.stages.ships(own);
  }
}
