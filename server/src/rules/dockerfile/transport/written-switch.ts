import { replace } from '../../../text/edit';
import { type OffSwitch } from './off-switch';
import { writtenLines } from './written-lines';

/**
 * A line of a configuration file that is written while the image is built: `gpgcheck=0`.
 * @param pattern its first group is the setting with its value, its second the value alone.
 * @param on the value that switches the check on again; absent where the line must go.
 */
export function writtenSwitch(
  pattern: RegExp,
  on?: string,
  isOff = (value: string) => value !== '',
): OffSwitch {
  return (dockerfile) =>
    writtenLines(dockerfile, pattern).flatMap(({ match, spanOf }) => {
      const [at, value] = [spanOf(1), spanOf(2)];
      if (at === undefined || value === undefined || !isOff(match[2] ?? '')) return [];
      const offer =
        on === undefined ? undefined : { title: `Change the value to ${on}`, edits: [replace(value, on)] };
      return [{ what: match[1] ?? '', at, offer }];
    });
}
