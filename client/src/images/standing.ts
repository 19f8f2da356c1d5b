import type { ImageUse } from '../../../server/src/service/inventory/model';
import { kindWords, pinningWords } from '../../../server/src/service/inventory/words';
import { code, table } from '../../../server/src/service/images/markdown';
import { type NodeIcon } from './node';

/** The words for what is known of an image, the gravest first. */
export function standingWords({ standing, isInvalid }: ImageUse): readonly string[] {
  if (standing === undefined)
    return [isInvalid ? 'not a valid reference' : 'not known: a variable has no value'];
  const { hardened, variant, pinning, endOfLife } = standing;
  return [
    hardened ? (variant === undefined ? 'hardened' : `hardened ${variant}`) : 'not hardened',
    ...(endOfLife?.hasEnded === true ? [`ended ${endOfLife.date}`] : []),
    ...(pinning === 'tag' ? [] : [pinning === 'none' ? 'not pinned' : pinningWords(pinning)]),
  ];
}

export function standingIcon({ standing }: ImageUse): NodeIcon {
  if (standing === undefined) return { id: 'question' };
  if (standing.endOfLife?.hasEnded === true) return { id: 'history', colour: 'list.errorForeground' };
  return standing.hardened
    ? { id: 'verified-filled', colour: 'testing.iconPassed' }
    : { id: 'unverified', colour: 'list.warningForeground' };
}

/** All that is known of an image, and what it is used for where one use is meant. */
export function standingTooltip(use: ImageUse, withUse: boolean): string {
  const { written, reference, standing } = use;
  const name = reference ?? written;
  const rows = table([
    ['Written', name === written ? undefined : code(written)],
    ['Use', withUse ? code(kindWords(use)) : undefined],
    ['State', standingWords(use).join(', ')],
    ['Pinned by', standing && pinningWords(standing.pinning)],
    ['User', standing && (standing.user ?? 'unknown')],
    ['System', standing?.system],
    ['End of life', standing && endOfLife(use)],
    ['Hardened counterpart', standing?.hardened === false ? counterpart(use) : undefined],
  ]);
  return `**${code(name)}**\n\n${rows}`;
}

function endOfLife({ standing }: ImageUse): string {
  const end = standing?.endOfLife;
  return end === undefined ? 'unknown' : `${end.date} (${end.line})${end.hasEnded ? ', over' : ''}`;
}

function counterpart({ standing }: ImageUse): string {
  const found = standing?.counterpart;
  if (found === undefined) return 'unknown';
  if ('reference' in found) return code(found.reference);
  return found.nearest === undefined ? 'none' : `none; the nearest is ${code(`dhi.io/${found.nearest}`)}`;
}
