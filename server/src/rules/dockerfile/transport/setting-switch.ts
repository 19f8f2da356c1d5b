import { replaceWord } from '../../../shell/edits';
import { operands } from '../../../shell/flags';
import { commandSwitch, type OffSwitch } from './off-switch';
import { type IsTool } from './flag-switch';

/** A command that writes a setting: `git config http.sslVerify false`, `npm config set strict-ssl false`. */
export function settingSwitch(isTool: IsTool, setting: RegExp): OffSwitch {
  return commandSwitch((command, source) => {
    if (!isTool(command)) return [];
    const words = operands(command);
    const at = words.findIndex(({ value }) => setting.test(value));
    const [key, value] = [words[at], words[at + 1]];
    if (key === undefined || value === undefined || !isFalse(value.value)) return [];
    const edit = replaceWord(source, value, 'true');
    return [
      {
        what: `${key.value} ${value.value}`,
        at: { start: key.span.start, end: value.span.end },
        offer: edit && { title: `Set ${key.value} to true`, edits: [edit] },
      },
    ];
  });
}

/** Whether a value means no. */
export function isFalse(value: string): boolean {
  return /^(?:0|false|no|off)$/i.test(value.trim());
}

/** Whether a value means yes. */
export function isTrue(value: string): boolean {
  return /^(?:1|true|yes|on)$/i.test(value.trim());
}
