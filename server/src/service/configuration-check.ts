import { type Severity } from '../rules/rule';
import { closest } from '../text/nearest';
import { type Span } from '../text/span';
import { type JsonMember, type JsonNode, type JsonObject } from './configuration-json';
import { profiles } from './profiles';
import { type Settings } from './settings';

/** What is wrong at one place of a configuration file; the rest of the file still counts. */
export interface Complaint {
  readonly message: string;
  readonly span: Span;
}

/** The settings that a configuration file names, and what is wrong with it. */
export interface CheckedConfiguration {
  readonly overrides: Partial<Settings>;
  readonly complaints: readonly Complaint[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];
const keys = [
  'enable',
  'profile',
  'rules',
  'hardenedImageMirrors',
  'trustedRegistries',
  'compose',
  '$schema',
];

/** @param ruleIds everything that `rules` may name. */
export function checkConfiguration(node: JsonNode, ruleIds: readonly string[]): CheckedConfiguration {
  const overrides: Partial<Mutable<Settings>> = {};
  const complaints: Complaint[] = [];
  const complain = ({ span }: { span: Span }, message: string): void => {
    complaints.push({ message, span });
  };

  const members = membersOf(node, 'The file', complain);
  for (const { key, keySpan, value } of members) {
    switch (key) {
      case '$schema':
        break;
      case 'enable':
        if (value.kind === 'scalar' && typeof value.value === 'boolean') overrides.enable = value.value;
        else complain(value, '"enable" must be true or false');
        break;
      case 'profile': {
        const profile = oneOf(profiles, value);
        if (profile !== undefined) overrides.profile = profile;
        else complain(value, `"profile" must be ${listed(profiles)}${guess(value, profiles)}`);
        break;
      }
      case 'rules':
        overrides.rules = severitiesOf(membersOf(value, '"rules"', complain), ruleIds, complain);
        break;
      case 'hardenedImageMirrors':
      case 'trustedRegistries': {
        const strings = stringsOf(value);
        if (strings !== undefined) overrides[key] = strings;
        else complain(value, `"${key}" must be a list of strings`);
        break;
      }
      case 'compose': {
        const files = composeFilesOf(membersOf(value, '"compose"', complain), complain);
        if (files !== undefined) overrides.composeFiles = files;
        break;
      }
      default:
        complain(
          { span: keySpan },
          `"${key}" is not a setting${guessWord(key.replace(/^bulwark\./, ''), keys)}`,
        );
    }
  }
  return { overrides, complaints };
}

/** `files` of `compose`, its only key. */
function composeFilesOf(members: readonly JsonMember[], complain: Complain): readonly string[] | undefined {
  let files: readonly string[] | undefined;
  for (const { key, keySpan, value } of members)
    if (key !== 'files') complain({ span: keySpan }, `"compose.${key}" is not a setting`);
    else if ((files = stringsOf(value)) === undefined)
      complain(value, '"compose.files" must be a list of strings');
  return files;
}

type Complain = (at: { readonly span: Span }, message: string) => void;

function severitiesOf(
  members: readonly JsonMember[],
  ruleIds: readonly string[],
  complain: Complain,
): Record<string, Severity | 'off'> {
  const result: Record<string, Severity | 'off'> = {};
  for (const { key, keySpan, value } of members) {
    const severity = oneOf(severities, value);
    if (!ruleIds.includes(key))
      complain({ span: keySpan }, `No rule is called "${key}"${guessWord(key, ruleIds)}`);
    else if (severity !== undefined) result[key] = severity;
    else complain(value, `"${key}" must be ${listed(severities)}${guess(value, severities)}`);
  }
  return result;
}

/** The members of an object; of keys that stand twice the last one counts, and the first is complained of. */
function membersOf(node: JsonNode, what: string, complain: Complain): JsonObject['members'] {
  if (node.kind !== 'object') {
    complain(node, `${what} must be an object: { … }`);
    return [];
  }
  const last = new Map(node.members.map((member) => [member.key, member]));
  for (const member of node.members)
    if (last.get(member.key) !== member) complain({ span: member.keySpan }, `"${member.key}" stands twice`);
  return [...last.values()];
}

function stringsOf(node: JsonNode): string[] | undefined {
  if (node.kind !== 'array') return undefined;
  const strings = node.items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : [],
  );
  return strings.length === node.items.length ? strings : undefined;
}

function oneOf<T extends string>(words: readonly T[], node: JsonNode): T | undefined {
  return node.kind === 'scalar' ? words.find((word) => word === node.value) : undefined;
}

function listed(words: readonly string[]): string {
  return words
    .map((word) => `"${word}"`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ');
}

function guess(node: JsonNode, words: readonly string[]): string {
  return node.kind === 'scalar' && typeof node.value === 'string' ? guessWord(node.value, words) : '';
}

function guessWord(word: string, words: readonly string[]): string {
  const near = closest(word, words);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}
