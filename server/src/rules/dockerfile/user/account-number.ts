import { type Stage } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';

/** A uid and gid that hardened images use for their nonroot account; a number needs no account to exist. */
export const nonrootNumber = '65532:65532';

/** An account's number, where a command of the file or its image gives it. */
export function numberOf(stage: Stage, user: string): string | undefined {
  const made = valueOf(stage.effects.users)?.findLast(({ name }) => name === user);
  if (made !== undefined) return made.uid;
  const { facts } = stage.base;
  const own = valueOf(facts.user) === user ? valueOf(facts.uid) : undefined;
  if (own !== undefined) return String(own);
  const isBrought = valueOf(facts.users)?.includes(user) === true;
  return isBrought ? numbers.get(user) : undefined;
}

/**
 * Numbers that are the same in all images whose accounts are known here.
 * @see https://github.com/nodejs/docker-node/blob/main/docs/BestPractices.md#non-root-user
 * @see https://wiki.debian.org/SystemGroups
 */
const numbers: ReadonlyMap<string, string> = new Map([
  ['nobody', '65534'],
  ['node', '1000'],
  ['nonroot', '65532'],
]);
