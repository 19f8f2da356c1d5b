import { UNKNOWN, type Known } from '../text/known';
import { UNGIVEN, type Lookup } from './expand';
import { ArgNode } from './instructions/variable-node';
import { type ArgInstruction } from './model';
import { PLATFORM_ARGUMENTS, PROXY_ARGUMENTS } from './predefined-arguments';

/**
 * The ARGs before the first FROM: what they come to, and what FROM sees. A stage sees one only where it declares it.
 * @see https://docs.docker.com/build/building/variables/#scoping
 */
export class GlobalScope {
  readonly #values = new Map<string, Known<string>>();
  readonly #byInstruction = new Map<ArgInstruction, readonly Known<string>[]>();

  constructor(
    instructions: readonly ArgInstruction[],
    private readonly buildArgs: ReadonlyMap<string, Known<string>>,
  ) {
    const { lookup } = this;
    for (const instruction of instructions) {
      if (!(instruction instanceof ArgNode)) continue;
      const values = instruction.pairs.map(({ written: pair }) => {
        const value =
          this.given(pair.name) ?? (pair.raw === undefined ? lookup(pair.name) : pair.expandWith(lookup));
        this.#values.set(pair.name, value);
        return value;
      });
      this.#byInstruction.set(instruction, values);
    }
  }

  /** The value that the build is given; unknown where it is known only that there is one. */
  given(name: string): Known<string> | undefined {
    const value = this.buildArgs.get(name);
    return value?.state === 'absent' ? undefined : value;
  }

  /** The value that a declaration without a default takes; absent where there is no such global ARG. */
  declared(name: string): Known<string> | undefined {
    return this.#values.get(name) ?? (PLATFORM_ARGUMENTS.has(name) ? UNKNOWN : undefined);
  }

  valuesOf(instruction: ArgInstruction): readonly Known<string>[] {
    return this.#byInstruction.get(instruction) ?? [];
  }

  /** A name that is not declared counts as not given: with it, what it stands in is unknown. */
  get lookup(): Lookup {
    return (name) => this.declared(name) ?? (PROXY_ARGUMENTS.has(name) ? UNKNOWN : UNGIVEN);
  }
}
