import { type Stage, type UserInstruction } from '../../../dockerfile/model';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { listed } from '../../../text/listed';
import { type DockerfileContext, dockerfileRule, type Fix } from '../../rule';
import { nonrootNumber } from './account-number';
import { spellAccounts } from './spell-account';
import { accountsWithout, mayHaveAny } from './stage-accounts';

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
  check(context) {
    const { dockerfile, report } = context;
    for (const stage of dockerfile.stages) {
      if (mayHaveAny(stage)) continue;
      for (const instruction of stage.instructions) {
        if (instruction.keyword !== 'USER') continue;
        const user = valueOf(instruction.user);
        const accounts = user === undefined ? undefined : accountsWithout(stage, user);
        if (user === undefined || accounts === undefined || instruction.userSpan === undefined) continue;
        const data = { user, image: stage.base.text, accounts: listed(accounts, mostAccounts) };
        const message = accounts.length === 0 ? 'scratch' : 'image';
        report({
          message,
          at: instruction.userSpan,
          data,
          offers: offers(instruction, user, accounts, stage, context),
        });
      }
    }
  },
});

/** A distribution has dozens. */
const mostAccounts = 4;

function offers(
  { args }: UserInstruction,
  user: string,
  accounts: readonly string[],
  stage: Stage,
  context: Pick<DockerfileContext, 'isOn'>,
): readonly Fix[] {
  const [whole] = args;
  if (whole === undefined) return [];
  const number = user === 'root' ? '0' : nonrootNumber;
  const others = accounts.filter((name) => name === 'nonroot');
  return spellAccounts([...others, number], stage, context).map(({ word, shown }) => ({
    title: `Change to USER ${shown}`,
    edits: [replace(whole.span, word)],
  }));
}
