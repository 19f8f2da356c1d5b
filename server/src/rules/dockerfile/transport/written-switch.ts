import { replace } from '../../../text/edit';
import { type FindSwitchedOff } from './off-switch';
import { aboutLines, writtenLines } from './written-lines';

interface WrittenSwitch {
  /** The value that switches the check on again; absent where the line must go. */
  readonly on?: string;
  readonly isOff?: (value: string) => boolean;
  /** Whether the setting does no harm among these lines. */
  readonly isHarmless?: (lines: string) => boolean;
}

/**
 * A line of a configuration file that is written while the image is built: `gpgcheck=0`.
 * @param pattern its first group is the setting with its value, its second the value alone.
 */
export function writtenSwitch(pattern: RegExp, { on, isOff, isHarmless }: WrittenSwitch): FindSwitchedOff {
  return (dockerfile) => {
    const exempt = aboutLines(isHarmless ?? (() => false));
    return writtenLines(dockerfile, pattern).flatMap((written) => {
      const [at, value] = [written.spanOf(1), written.spanOf(2)];
      const [, what = '', text = ''] = written.match;
      if (at === undefined || value === undefined || isOff?.(text) === false || exempt(written)) return [];
      if (on === undefined) return [{ what, at }];
      return [{ what, at, offer: { title: `Change the value to ${on}`, edits: [replace(value, on)] } }];
    });
  };
}
