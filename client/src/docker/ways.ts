/** What can be done with a command. */
export type Way = 'run' | 'copy' | 'insert';

export interface Circumstances {
  /** Whether the person trusts the workspace. */
  readonly trusted: boolean;
  /** Whether there is a machine that runs commands: not in a browser, and not for files that lie on no disk. */
  readonly runs: boolean;
  /** Whether an editor is open. */
  readonly editor: boolean;
}

/** Nothing that comes from a workspace without trust is carried out or written: it can be looked at and copied. */
export function waysFor({ trusted, runs, editor }: Circumstances): readonly Way[] {
  if (!trusted) return ['copy'];
  return [...(runs ? (['run'] as const) : []), 'copy', ...(editor ? (['insert'] as const) : [])];
}
