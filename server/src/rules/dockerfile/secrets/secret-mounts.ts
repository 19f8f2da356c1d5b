import {
  type ArgInstruction,
  type Dockerfile,
  type Instruction,
  type Pair,
  type RunInstruction,
  type VariableInstruction,
} from '../../../dockerfile/model';
import { removePair } from '../../../dockerfile/remove-pair';
import { variableUses } from '../../../dockerfile/variables';
import { instructionsOf } from '../../../dockerfile/walk';
import { insert } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { type Fix } from '../../rule';

interface Declaration {
  readonly instruction: VariableInstruction | ArgInstruction;
  readonly pair: Pair;
}

/** Moves variables of a file into secret mounts. What it must know of the file is gathered once. */
export class SecretMounts {
  readonly #declarations = new Map<string, Declaration[]>();
  /** Uses that BuildKit expands. */
  readonly #expanded = new Map<string, { readonly instruction: Instruction; readonly span: Span }[]>();
  /** Instructions whose text, which a shell or a program reads, holds `$NAME` or `${NAME…}`. */
  readonly #mentions = new Map<string, Set<Instruction>>();
  readonly #fixes = new Map<string, Fix | undefined>();

  constructor(private readonly dockerfile: Dockerfile) {
    for (const instruction of instructionsOf(dockerfile, ['ARG', 'ENV']))
      for (const pair of instruction.pairs) put(this.#declarations, pair.name, { instruction, pair });
    for (const instruction of dockerfile.instructions) {
      for (const { name, span } of variableUses(instruction))
        put(this.#expanded, name, { instruction, span });
      for (const name of mentionedIn(instruction)) {
        const known = this.#mentions.get(name);
        if (known === undefined) this.#mentions.set(name, new Set([instruction]));
        else known.add(instruction);
      }
    }
  }

  /**
   * Hands a variable to each RUN that uses it as a secret mount, and takes every ARG and ENV of that name out. Absent
   * where no RUN uses it, or where anything else does.
   * @see https://docs.docker.com/reference/dockerfile/#run---mounttypesecret
   */
  fixFor(name: string): Fix | undefined {
    if (!this.#fixes.has(name)) this.#fixes.set(name, this.#fix(name));
    return this.#fixes.get(name);
  }

  #fix(name: string): Fix | undefined {
    const declarations = this.#declarations.get(name) ?? [];
    // Of what an ONBUILD declares, the uses stand in other files too.
    if (declarations.length === 0) return undefined;
    const runs = this.#runsThatUse(name, declarations);
    if (runs === undefined) return undefined;
    const mount = ` --mount=type=secret,id=${name.toLowerCase()},env=${name}`;
    return {
      title: `Mount "${name}" as a secret where it is used`,
      edits: [
        ...declarations.map(({ instruction, pair }) => removePair(this.dockerfile, instruction, pair)),
        ...runs
          .filter((run) => !mountsVariable(run, name))
          .map(({ keywordSpan }) => insert(keywordSpan.end, mount)),
      ],
      ...(declarations.some(({ instruction }) => instruction.keyword === 'ENV') && {
        confirm: `The container no longer gets "${name}" from the image. Where its program needs it too, hand it over when the container starts.`,
      }),
    };
  }

  /** Absent where something that cannot be given a mount uses it. */
  #runsThatUse(name: string, declarations: readonly Declaration[]): readonly RunInstruction[] | undefined {
    const declaring = new Set<Instruction>(declarations.map(({ instruction }) => instruction));
    // Of two values in one instruction the edits would meet.
    if (declaring.size < declarations.length) return undefined;
    const pairs = declarations.map(({ pair: { span } }) => span);
    const expanded = this.#expanded.get(name) ?? [];
    if (!expanded.every(({ instruction, span }) => declaring.has(instruction) && isInside(span, pairs)))
      return undefined;
    const users = [...(this.#mentions.get(name) ?? [])].filter((each) => !declaring.has(each));
    const first = declarations[0]?.instruction.index ?? 0;
    const runs = users.filter((each): each is RunInstruction => each.keyword === 'RUN' && each.index > first);
    return runs.length > 0 && runs.length === users.length ? runs : undefined;
  }
}

function mountsVariable({ mounts }: RunInstruction, name: string): boolean {
  return mounts.some((mount) => mount.type === 'secret' && mount.option('env')?.value === name);
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function isInside({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}

function mentionedIn({ text, heredocs }: Instruction): readonly string[] {
  return [text, ...heredocs.map(({ body }) => body)].flatMap(({ text: each }) =>
    [...each.matchAll(/\$(?:\{[!#]?)?(\w+)/g)].map(([, name = '']) => name),
  );
}
