import assert from 'node:assert/strict';
import { type Language, type Rule } from '../../server/src/rules/rule';
import { analyse } from '../../server/src/service/analyse';
import { type Finding } from '../../server/src/service/finding';
import { defaultSettings, type Settings } from '../../server/src/service/settings';
import { contextOf, type Surroundings } from './context';

/** The day on which tests look, unless they say another. */
export const testDay = '2026-09-01';

export interface LookOptions {
  readonly around?: Surroundings | undefined;
  readonly settings?: Partial<Settings> | undefined;
  readonly today?: string | undefined;
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
    today: options.today ?? testDay,
    failed: ({ id }, error) => assert.fail(`rule ${id} threw: ${String(error)}`),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
  }).findings;
}
