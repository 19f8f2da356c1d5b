import { type Service } from '../../../compose/model';
import { type Stage } from '../../../dockerfile/model';
import { type ImageFacts } from '../../../image/facts';
import { type Known, known, UNKNOWN, valueOf } from '../../../text/known';

/** An account that a container runs as. */
export interface RunUser {
  /** As `user` or USER spells it, without the group: `nonroot`, `65532`. */
  readonly name: Known<string>;
  readonly uid: Known<number>;
  /** `undefined` where that is not known. */
  readonly isRoot: boolean | undefined;
}

const NOBODY_KNOWN: RunUser = { name: UNKNOWN, uid: UNKNOWN, isRoot: undefined };

/** Whom an image runs as, or what a stage makes of it. */
export function imageUser(facts: ImageFacts, stage: Stage | undefined): RunUser {
  if (stage === undefined)
    return {
      name: facts.user,
      uid: facts.uid.state === 'known' ? facts.uid : uidOf(valueOf(facts.user), facts, stage),
      isRoot: valueOf(facts.isRoot),
    };
  const { name, isRoot, instruction } = stage.final.user;
  const isOfImage = instruction === undefined && facts.uid.state === 'known';
  return { name, uid: isOfImage ? facts.uid : uidOf(valueOf(name), facts, stage), isRoot };
}

/** Whom the container of a service runs as: `user` wins over the image. */
export function userOf(
  service: Service,
  ofImage: RunUser,
  facts: ImageFacts,
  stage: Stage | undefined,
): RunUser {
  const { user } = service;
  if (user === undefined) {
    const value = service.entry('user')?.value;
    return value === undefined || (value.kind === 'scalar' && value.isNull) ? ofImage : NOBODY_KNOWN;
  }
  const name = valueOf(user.resolved)?.split(':')[0];
  if (name === undefined) return NOBODY_KNOWN;
  if (name === '') return ofImage;
  const uid = uidOf(name, facts, stage);
  return { name: known(name), uid, isRoot: uid.state === 'known' ? uid.value === 0 : false };
}

/** The number of an account, where the name is one, or the image or the Dockerfile says it. */
function uidOf(name: string | undefined, facts: ImageFacts, stage: Stage | undefined): Known<number> {
  if (name === undefined) return UNKNOWN;
  if (/^\d+$/.test(name)) return known(Number(name));
  if (name === 'root') return known(0);
  const made = stage && valueOf(stage.effects.users)?.findLast((user) => user.name === name);
  if (made !== undefined)
    return made.uid !== undefined && /^\d+$/.test(made.uid) ? known(Number(made.uid)) : UNKNOWN;
  return name === valueOf(facts.user) ? facts.uid : UNKNOWN;
}
