import { type Dockerfile, type Flag, type FromInstruction } from '../../../dockerfile/model';
import { remove } from '../../../text/edit';
import { type Fix } from '../../rule';

/** The `--platform` of a FROM. */
export function platformFlag({ flags }: FromInstruction): Flag | undefined {
  return flags.find(({ name }) => name === 'platform');
}

/** Removes the flag and the blanks after it; absent where more than blanks stands there. */
export function withoutPlatform(from: FromInstruction, { source }: Dockerfile): Fix | undefined {
  const flag = platformFlag(from);
  if (flag === undefined || from.image === undefined) return undefined;
  const rest = source.text.slice(flag.span.end, from.image.span.start);
  const blanks = /^[ \t]+/.exec(rest)?.[0].length;
  if (blanks === undefined) return undefined;
  return {
    title: 'Remove --platform',
    edits: [remove({ start: flag.span.start, end: flag.span.end + blanks })],
  };
}
