import { chainOf, rootOf } from '../../../dockerfile/chain';
import { type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';

/** The accounts of a stage that certainly has none of this name; absent for every other stage, and for numbers. */
export function accountsWithout(stage: Stage, user: string): readonly string[] | undefined {
  if (user === '' || /^\d+$/.test(user)) return undefined;
  const accounts = accountsOf(stage);
  return accounts?.includes(user) === true ? undefined : accounts;
}

/** Every account that the stage can have; absent where that is not known, as after any program that ran in it. */
function accountsOf(stage: Stage): readonly string[] | undefined {
  if (mayHaveAny(stage)) return undefined;
  const made = valueOf(stage.effects.users);
  if (made === undefined) return undefined;
  const root = rootOf(stage);
  const brought = root.base.isScratch ? [] : valueOf(root.base.facts.users);
  return brought && [...brought, ...made.map(({ name }) => name)];
}

/** Whether a program ran in the stage or below it, which may have made any account. */
export function mayHaveAny(stage: Stage): boolean {
  return chainOf(stage).some((each) => instructionsOf(each, 'RUN').length > 0);
}
