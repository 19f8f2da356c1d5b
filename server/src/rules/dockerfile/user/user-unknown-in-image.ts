import { type Stage, type UserInstruction } from '../../../dockerfile/model';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { listed } from '../../../text/listed';
import { dockerfileRule, type Fix } from '../../rule';
import { chainOf } from '../../../dockerfile/chain';
import { nonrootNumber } from './switch-user';

export const userUnknownInImage = dockerfileRule({
  id: 'user-unknown-in-image',
  summary: 'A USER given by name must exist in the image.',
  severity: 'error',
  fix: 'offer',
  messages: {
    scratch:
      'The image has no account "{user}": scratch has no accounts at all, so the container cannot start. A number needs no account.',
    image:
      'The image has no account "{user}", so the container cannot start: {image} has only {accounts}, and no command here makes another.',
  },
  sameAs: { tally: ['named-identity-in-passwdless-stage'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages)
      for (const instruction of stage.instructions) {
        if (instruction.keyword !== 'USER' || instruction.userSpan === undefined) continue;
        const user = valueOf(instruction.user);
        const accounts = user === undefined ? undefined : accountsWithout(stage, user);
        if (user === undefined || accounts === undefined) continue;
        const data = { user, image: stage.base.text, accounts: listed(accounts, mostAccounts) };
        const message = accounts.length === 0 ? 'scratch' : 'image';
        report({ message, at: instruction.userSpan, data, offers: offers(instruction, user, accounts) });
      }
  },
});

/** A distribution has dozens. */
const mostAccounts = 4;

/** The accounts of a stage that certainly has none of this name; absent for every other stage, and for numbers. */
export function accountsWithout(stage: Stage, user: string): readonly string[] | undefined {
  if (user === '' || /^\d+$/.test(user)) return undefined;
  const accounts = accountsOf(stage);
  return accounts?.includes(user) === true ? undefined : accounts;
}

/** Every account that the stage can have; absent where that is not known, as after any program that ran in it. */
function accountsOf(stage: Stage): readonly string[] | undefined {
  const chain = chainOf(stage);
  if (chain.some(runsPrograms)) return undefined;
  const made = valueOf(stage.effects.users);
  if (made === undefined) return undefined;
  const root = chain.at(-1) ?? stage;
  const brought = root.base.isScratch ? [] : valueOf(root.base.facts.users);
  return brought && [...brought, ...made.map(({ name }) => name)];
}

function runsPrograms({ instructions }: Stage): boolean {
  return instructions.some(({ keyword }) => keyword === 'RUN');
}

function offers({ args }: UserInstruction, user: string, accounts: readonly string[]): readonly Fix[] {
  const [whole] = args;
  if (whole === undefined) return [];
  const number = user === 'root' ? '0' : nonrootNumber;
  const others = accounts.filter((name) => name === 'nonroot');
  return [...others, number].map((name) => ({
    title: `Change to USER ${name}`,
    edits: [replace(whole.span, name)],
  }));
}
