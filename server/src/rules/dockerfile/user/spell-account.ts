import { type Stage } from '../../../dockerfile/model';
import { type RuleContext } from '../../rule';
import { numberOf } from './account-number';
import { userNotNumeric } from './user-not-numeric';

/** An account as the word behind USER. */
export interface SpelledAccount {
  readonly word: string;
  /** The word with the account's name, where that is another: `1000 (node)`. */
  readonly shown: string;
}

/**
 * How a USER is to be written that means an account of a stage: by its number where a name would be a fault.
 * Absent where that number is not known.
 * @param account a name or a number.
 */
export function spellAccount(
  account: string,
  stage: Stage,
  { isOn }: Pick<RuleContext, 'isOn'>,
): SpelledAccount | undefined {
  if (/^\d/.test(account) || !isOn(userNotNumeric.meta)) return { word: account, shown: account };
  const number = numberOf(stage, account);
  return number === undefined ? undefined : { word: number, shown: `${number} (${account})` };
}

/** Those of the accounts that can be written, each once. */
export function spellAccounts(
  accounts: readonly string[],
  stage: Stage,
  context: Pick<RuleContext, 'isOn'>,
): readonly SpelledAccount[] {
  const spelled = new Map<string, SpelledAccount>();
  for (const account of accounts) {
    const each = spellAccount(account, stage, context);
    // A number alone stands for its group as well where the account exists.
    const uid = each?.word.split(':', 1)[0];
    if (each !== undefined && uid !== undefined && !spelled.has(uid)) spelled.set(uid, each);
  }
  return [...spelled.values()];
}
