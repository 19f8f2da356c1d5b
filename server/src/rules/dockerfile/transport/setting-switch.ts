import { replaceWord } from '../../../shell/edits';
import { operands } from '../../../shell/flags';
import { type ShellWord } from '../../../shell/model';
import { type Source } from '../../../text/source';
import { type Span } from '../../../text/span';
import { type Fix } from '../../rule';
import { type ToolOf } from './flag-switch';
import { inCommands, type FindSwitchedOff } from './off-switch';
import { isFalse } from './truth';

/**
 * A command that switches a setting off: `git config http.sslVerify false`, `npm config set strict-ssl=false`.
 * @param valueFlags flags of the tool whose values are no words of the command.
 */
export function settingSwitch(
  toolOf: ToolOf,
  setting: RegExp,
  valueFlags: readonly string[] = [],
): FindSwitchedOff {
  return inCommands((command, source) => {
    const tool = toolOf(command);
    if (tool === undefined) return [];
    return settingsOf(source, setting, operands(command, valueFlags))
      .filter(({ value }) => isFalse(value))
      .map(({ key, value, at, change }) => ({ what: `${key} ${value}`, at, tool, offer: change }));
  });
}

/** A command that gives a setting a value for which there is no better one: `pip config set global.trusted-host x`. */
export function valueSettingSwitch(
  toolOf: ToolOf,
  setting: RegExp,
  isOff: (value: string) => boolean,
): FindSwitchedOff {
  return inCommands((command, source) => {
    const tool = toolOf(command);
    if (tool === undefined) return [];
    return settingsOf(source, setting, operands(command))
      .filter(({ value }) => isOff(value))
      .map(({ key, value, at }) => ({ what: `${key} ${value}`, at, tool }));
  });
}

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly at: Span;
  /** Sets it to true. */
  readonly change: Fix | undefined;
}

function settingsOf(source: Source, setting: RegExp, words: readonly ShellWord[]): readonly Setting[] {
  return words.flatMap((word, index): Setting[] => {
    const [, own = '', joined] = /^([^=]*)(?:=(.*))?$/s.exec(word.value) ?? [];
    const next = words[index + 1];
    if (!setting.test(own)) return [];
    const title = `Set ${own} to true`;
    if (joined !== undefined) {
      const edit = replaceWord(source, word, `${own}=true`);
      return [{ key: own, value: joined, at: word.span, change: edit && { title, edits: [edit] } }];
    }
    if (next === undefined) return [];
    const edit = replaceWord(source, next, 'true');
    const at = { start: word.span.start, end: next.span.end };
    return [{ key: own, value: next.value, at, change: edit && { title, edits: [edit] } }];
  });
}
