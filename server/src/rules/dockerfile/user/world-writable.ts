import { replace } from '../../../text/edit';
import { dockerfileRule } from '../../rule';
import { clausesOf, shippedModes, type FileMode } from './file-modes';

export const worldWritable = dockerfileRule({
  id: 'world-writable',
  summary: 'Files of an image must not be writable by everybody.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'Mode {mode} lets every account of the container change these files, also one that somebody has broken into.',
  },
  sameAs: { sonar: ['S2612'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const mode of shippedModes(dockerfile)) {
      if (!isWorldWritable(mode.text)) continue;
      report({
        message: 'base',
        at: mode.span,
        data: { mode: mode.text },
        offers: (mode.isPlain ? narrower(mode) : []).map((text) => ({
          title: `Change to ${text}`,
          edits: [replace(mode.span, text)],
        })),
      });
    }
  },
});

/** Whether others may write, and no sticky bit keeps them from what is not theirs, as in /tmp. */
function isWorldWritable(mode: string): boolean {
  if (/^[0-7]{3,4}$/.test(mode)) {
    const bits = Number.parseInt(mode, 8);
    return (bits & 0o002) !== 0 && (bits & 0o1000) === 0;
  }
  const clauses = clausesOf(mode) ?? [];
  if (clauses.some(({ operator, rights }) => operator !== '-' && rights.includes('t'))) return false;
  return clauses.some(
    ({ who, operator, rights }) => operator !== '-' && /[oa]/.test(who) && rights.includes('w'),
  );
}

/** Modes that leave others without the right to write: first what they may still read, then nothing at all. */
function narrower({ text }: FileMode): readonly string[] {
  if (/^[0-7]+$/.test(text)) {
    const [, special = '', own = '', group = '', others = ''] =
      /^([0-7]?)([0-7])([0-7])([0-7])$/.exec(text) ?? [];
    const reading = `${special}${own}${withoutWrite(group)}${withoutWrite(others)}`;
    return [reading, `${special}${own}${group}0`];
  }
  const [clause, ...more] = clausesOf(text) ?? [];
  if (clause === undefined || more.length > 0) return [];
  const { who, operator, rights } = clause;
  const writers = who === 'a' || who === '' ? 'ug' : who.replaceAll(/[oa]/g, '');
  const reading = rights.replace('w', '');
  const parts = [
    writers === '' ? '' : `${writers}${operator}${rights}`,
    reading === '' ? '' : `o${operator}${reading}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [parts.join(',')];
}

function withoutWrite(digit: string): string {
  return String(Number(digit) & 0o5);
}
