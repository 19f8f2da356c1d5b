import { type Severity } from '../../rules/rule';
import { closest } from '../../text/nearest';
import { type Span } from '../../text/span';
import { profiles } from '../profiles';
import { type Settings } from '../settings';
import { type PathList, pathList } from './path-list';
import { type JsonMember, type JsonNode, type JsonObject } from './json';

/** What is wrong at one place of a configuration file; the rest of the file still counts. */
export interface Complaint {
  readonly message: string;
  readonly span: Span;
}

/** What a configuration says, and what is wrong with it. */
export interface CheckedConfiguration {
  readonly settings: Partial<Settings>;
  /** Presets and files that it builds on, the weakest first. */
  readonly extends: readonly { readonly name: string; readonly span: Span }[];
  /** Settings for some files only, the weakest first. */
  readonly overrides: readonly { readonly files: PathList; readonly settings: Partial<Settings> }[];
  /** Files that are not checked. */
  readonly ignore: PathList | undefined;
  readonly complaints: readonly Complaint[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];

/** Keys that set something, for all files or for some. */
const settingKeys = ['enable', 'profile', 'rules', 'hardenedImageMirrors', 'trustedRegistries', 'compose'];

/** Keys of a file beside them. */
const fileKeys = ['extends', 'overrides', 'ignore', 'baseline'];

/**
 * @param ruleIds everything that `rules` may name.
 * @param place an editor's settings have no files of their own to build on.
 */
export function checkConfiguration(
  node: JsonNode,
  ruleIds: () => readonly string[],
  place: 'file' | 'editor' = 'file',
): CheckedConfiguration {
  const settings: Partial<Mutable<Settings>> = {};
  const complaints: Complaint[] = [];
  const result: Partial<Mutable<CheckedConfiguration>> = {};
  const complain: Complain = ({ span }, message) => {
    complaints.push({ message, span });
  };
  const keys = [...settingKeys, ...(place === 'file' ? fileKeys : []), '$schema'];
  for (const member of membersOf(node, 'The file', complain)) {
    const { key, keySpan, value } = member;
    if (!keys.includes(key))
      complain(
        { span: keySpan },
        `"${key}" is not a setting${guessWord(key.replace(/^bulwark\./, ''), keys)}`,
      );
    else if (settingKeys.includes(key)) readSetting(member, settings, ruleIds, complain);
    else if (key === 'extends') result.extends = extendsOf(value, complain);
    else if (key === 'overrides') result.overrides = overridesOf(value, ruleIds, complain);
    else if (key === 'ignore') result.ignore = pathsOf(value, '"ignore"', complain);
    else if (key === 'baseline') {
      if (
        value.kind === 'scalar' &&
        typeof value.value === 'string' &&
        /^\d+\.\d+(\.\d+)?$/.test(value.value)
      )
        settings.ruleSet = value.value;
      else complain(value, '"baseline" must be a version in quotes: "0.1"');
    }
  }
  return { extends: [], overrides: [], ignore: undefined, ...result, settings, complaints };
}

/** Takes one key that sets something. */
function readSetting(
  { key, value }: JsonMember,
  settings: Partial<Mutable<Settings>>,
  ruleIds: () => readonly string[],
  complain: Complain,
): void {
  switch (key) {
    case 'enable':
      if (value.kind === 'scalar' && typeof value.value === 'boolean') settings.enable = value.value;
      else complain(value, '"enable" must be true or false');
      break;
    case 'profile': {
      const profile = oneOf(profiles, value);
      if (profile !== undefined) settings.profile = profile;
      else complain(value, `"profile" must be ${listed(profiles)}${guess(value, profiles)}`);
      break;
    }
    case 'rules':
      settings.rules = severitiesOf(membersOf(value, '"rules"', complain), ruleIds, complain);
      break;
    case 'hardenedImageMirrors':
    case 'trustedRegistries': {
      const strings = stringsOf(value);
      if (strings !== undefined) settings[key] = strings;
      else complain(value, `"${key}" must be a list of strings`);
      break;
    }
    case 'compose': {
      const files = composeFilesOf(membersOf(value, '"compose"', complain), complain);
      if (files !== undefined) settings.composeFiles = files;
      break;
    }
  }
}

/** One name, or a list of them. */
function extendsOf(node: JsonNode, complain: Complain): CheckedConfiguration['extends'] {
  const items = node.kind === 'array' ? node.items : [node];
  return items.flatMap((item) => {
    if (item.kind === 'scalar' && typeof item.value === 'string')
      return [{ name: item.value, span: item.span }];
    complain(item, '"extends" must be the name of a preset or a file, or a list of them');
    return [];
  });
}

function overridesOf(
  node: JsonNode,
  ruleIds: () => readonly string[],
  complain: Complain,
): CheckedConfiguration['overrides'] {
  if (node.kind !== 'array') {
    complain(node, '"overrides" must be a list: [ { "files": …, … } ]');
    return [];
  }
  return node.items.flatMap((item) => {
    const settings: Partial<Mutable<Settings>> = {};
    let files: PathList | undefined;
    const members = membersOf(item, 'Each of "overrides"', complain);
    for (const member of members) {
      const { key, keySpan, value } = member;
      if (key === 'files') files = pathsOf(value, '"files"', complain);
      // Which Compose files belong together is no matter of one of them.
      else if (settingKeys.includes(key) && key !== 'compose')
        readSetting(member, settings, ruleIds, complain);
      else {
        const keys = ['files', ...settingKeys.filter((each) => each !== 'compose')];
        complain({ span: keySpan }, `"${key}" cannot stand in "overrides"${guessWord(key, keys)}`);
      }
    }
    if (item.kind === 'object' && !members.some(({ key }) => key === 'files'))
      complain(item, '"files" is missing: the paths that this is about');
    return files === undefined ? [] : [{ files, settings }];
  });
}

function pathsOf(node: JsonNode, what: string, complain: Complain): PathList | undefined {
  const items = node.kind === 'array' ? node.items : [node];
  const texts = items.flatMap((item) => {
    const text = item.kind === 'scalar' && typeof item.value === 'string' ? item.value : '';
    if (pathList([text]) !== undefined) return [text];
    complain(
      item,
      text === '' ? `${what} must be a path or a list of paths` : `"${text}" is no pattern of paths`,
    );
    return [];
  });
  return pathList(texts);
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
  ruleIds: () => readonly string[],
  complain: Complain,
): Record<string, Severity | 'off'> {
  const result: Record<string, Severity | 'off'> = {};
  for (const { key, keySpan, value } of members) {
    const severity = oneOf(severities, value);
    if (!ruleIds().includes(key))
      complain({ span: keySpan }, `No rule is called "${key}"${guessWord(key, ruleIds())}`);
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
