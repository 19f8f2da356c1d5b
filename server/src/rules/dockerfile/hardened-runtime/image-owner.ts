import { type Stage } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';

/** Whom the containers of a stage on a hardened image run as, where that is certain and not root. */
export interface Owner {
  /** As a person knows it: `nonroot`, `1000`. */
  readonly name: string;
  /** As `--chown` takes it; numbers need no account to be there. */
  readonly chown: string;
}

export function ownerOf({ base: { facts }, final: { user } }: Stage): Owner | undefined {
  const name = valueOf(user.name);
  if (facts.hardened === undefined || user.isRoot !== false || name === undefined) return undefined;
  if (user.instruction === undefined || name === valueOf(facts.user)) {
    const uid = valueOf(facts.uid);
    const gid = facts.hardened.listed?.facts.account.gid ?? uid;
    return uid === undefined ? undefined : { name, chown: `${uid}:${gid ?? uid}` };
  }
  const { group } = user.instruction;
  const written = group === undefined ? name : `${name}:${group}`;
  return /^[\w.:-]+$/.test(written) ? { name, chown: written } : undefined;
}
