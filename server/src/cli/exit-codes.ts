/** What the process ends with. An error outweighs findings: what could not be read may hide some. */
export const exitCodes = {
  /** No finding at or above `--fail-on`. */
  clean: 0,
  findings: 1,
  /** Wrong usage, a file that cannot be read or written, an invalid configuration, a rule that failed. */
  error: 2,
} as const;

/** The command line cannot be understood or obeyed; the message is for the person who typed it. */
export class UsageError extends Error {}
