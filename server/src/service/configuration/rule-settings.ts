import { type RuleOptions, type Severity } from '../../rules/rule';
import { type JsonMember, type JsonNode } from './json';
import { type Complain, guess, guessWord, listed, membersOf, oneOf, stringsOf } from './values';

/** Every rule that `rules` may name, with the names of the options that are its own. */
export type KnownRules = () => ReadonlyMap<string, readonly (keyof RuleOptions)[]>;

/** What `rules` says. */
export interface RuleSettings {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Options of rules; each means what the key of the same name means beside `rules`, and wins over it. */
  readonly options: Partial<RuleOptions>;
}

const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];

/** Reads `rules`: by rule a severity, or for one that has options a severity and these: `["error", { … }]`. */
export function ruleSettingsOf(
  members: readonly JsonMember[],
  known: KnownRules,
  complain: Complain,
): RuleSettings {
  const graded: Record<string, Severity | 'off'> = {};
  const options: Partial<Record<keyof RuleOptions, readonly string[]>> = {};
  for (const { key, keySpan, value } of members) {
    const names = known().get(key);
    if (names === undefined) {
      complain({ span: keySpan }, `No rule is called "${key}"${guessWord(key, [...known().keys()])}`);
      continue;
    }
    const [word, own, more] = value.kind === 'array' ? value.items : [value];
    const severity = word && oneOf(severities, word);
    if (severity !== undefined) graded[key] = severity;
    else complain(word ?? value, `"${key}" must be ${formsOf(names)}${guess(word ?? value, severities)}`);
    if (value.kind === 'array' && names.length === 0)
      complain(own ?? value, `"${key}" has no options: its severity must stand alone, without brackets`);
    else if (more !== undefined) complain(more, `"${key}" must be ${formsOf(names)}`);
    else if (own !== undefined) Object.assign(options, optionsOf(own, key, names, complain));
  }
  return { severities: graded, options };
}

/** What may stand behind the id of a rule with such options. */
function formsOf(names: readonly string[]): string {
  const words = listed(severities);
  const [first] = names;
  return first === undefined ? words : `${words}, or one of them with options: ["error", { "${first}": … }]`;
}

function optionsOf(
  node: JsonNode,
  rule: string,
  names: readonly (keyof RuleOptions)[],
  complain: Complain,
): Partial<RuleOptions> {
  const options: Partial<Record<keyof RuleOptions, readonly string[]>> = {};
  for (const { key, keySpan, value } of membersOf(node, `What "${rule}" is told`, complain)) {
    const name = names.find((each) => each === key);
    const texts = stringsOf(value);
    if (name === undefined)
      complain({ span: keySpan }, `"${key}" is not an option of "${rule}"${guessWord(key, names)}`);
    else if (texts === undefined) complain(value, `"${key}" must be a list of strings`);
    else options[name] = texts;
  }
  return options;
}
