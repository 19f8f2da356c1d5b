import { ABSENT, UNKNOWN, type Known } from '../text/known';
import { type Lookup } from './expand';
import { lazy } from './lazy';
import { type State, type UserState, type VariableState } from './model';
import { PROXY_ARGUMENTS } from './predefined-arguments';
import { type Scope } from './scope';

/** What an instruction can change. */
export interface Settings {
  readonly user: UserState;
  readonly workdir: Known<string>;
  readonly shell: Known<readonly string[]>;
}

export class StageState implements State {
  readonly user: UserState;
  readonly workdir: Known<string>;
  readonly shell: Known<readonly string[]>;
  readonly #variables = lazy(() => this.scope.all(this.at));

  /**
   * @param at how many instructions of the stage have run.
   * @param isClosed whether nothing is in scope but what this file sets: the stage stands on scratch.
   */
  constructor(
    private readonly scope: Scope,
    private readonly at: number,
    readonly isClosed: boolean,
    { user, workdir, shell }: Settings,
  ) {
    this.user = user;
    this.workdir = workdir;
    this.shell = shell;
  }

  get variables(): ReadonlyMap<string, VariableState> {
    return this.#variables();
  }

  variable(name: string): Known<string> {
    return this.stateOf(name)?.value ?? (isAlwaysThere(name) ? UNKNOWN : ABSENT);
  }

  stateOf(name: string): VariableState | undefined {
    return this.scope.get(name, this.at);
  }

  /** What BuildKit puts in a variable's place: a name that this file does not set may come from the base image. */
  get lookup(): Lookup {
    return (name) => {
      const value = this.variable(name);
      return value.state === 'absent' && !this.isClosed ? UNKNOWN : value;
    };
  }

  /** The state one or more instructions later. */
  after(at: number, change: Partial<Settings> = {}): StageState {
    return new StageState(this.scope, at, this.isClosed, {
      user: change.user ?? this.user,
      workdir: change.workdir ?? this.workdir,
      shell: change.shell ?? this.shell,
    });
  }
}

/** BuildKit sets PATH where the image does not, and takes proxies without an ARG. */
function isAlwaysThere(name: string): boolean {
  return name === 'PATH' || PROXY_ARGUMENTS.has(name);
}
