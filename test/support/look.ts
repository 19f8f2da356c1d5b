import assert from 'node:assert/strict';
import { type Language, type Rule } from '../../server/src/rules/rule';
import { analyse } from '../../server/src/service/analyse';
import { type Finding } from '../../server/src/service/finding';
import { defaultSettings, type Settings } from '../../server/src/service/settings';
import { contextOf, type Surroundings } from './context';

export interface LookOptions {
  readonly around?: Surroundings | undefined;
  readonly settings?: Partial<Settings> | undefined;
  /** Only these rules; all of the registry where absent. */
  readonly rules?: readonly Rule[];
}

/** What is found in a text. A rule that throws fails the test. */
export function look(language: Language, text: string, options: LookOptions = {}): readonly Finding[] {
  return analyse({
    language,
    text,
    context: contextOf(options.around),
    settings: { ...defaultSettings, ...options.settings },
    failed: ({ id }, error) => assert.fail(`rule ${id} threw: ${String(error)}`),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
  }).findings;
}
