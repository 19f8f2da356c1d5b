import { version } from '../../../../package.json';
import { type RuleOptions } from '../../rules/rule';
import { type Span } from '../../text/span';
import { isAfter, profiles } from '../profiles';
import { type Settings } from '../settings';
import { type PathList, pathList } from './path-list';
import { type JsonMember, type JsonNode } from './json';
import { type KnownRules, ruleSettingsOf } from './rule-settings';
import { type Complain, guess, guessWord, listed, membersOf, oneOf, stringsOf } from './values';

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

/** Keys that set something, for all files or for some. */
const settingKeys = ['enable', 'profile', 'rules', 'hardenedImageMirrors', 'trustedRegistries', 'compose'];

/** Keys of a file beside them. */
const fileKeys = ['extends', 'overrides', 'ignore', 'baseline'];

/**
 * @param place an editor's settings have no files of their own to build on.
 */
export function checkConfiguration(
  node: JsonNode,
  known: KnownRules,
  place: 'file' | 'editor' = 'file',
): CheckedConfiguration {
  const layer: Layer = { settings: {}, options: {} };
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
    else if (settingKeys.includes(key)) readSetting(member, layer, known, complain);
    else if (key === 'extends') result.extends = extendsOf(value, complain);
    else if (key === 'overrides') result.overrides = overridesOf(value, known, complain);
    else if (key === 'ignore') result.ignore = pathsOf(value, '"ignore"', complain);
    else if (key === 'baseline') {
      const ruleSet = ruleSetOf(value, complain);
      if (ruleSet !== undefined) layer.settings.ruleSet = ruleSet;
    }
  }
  return {
    extends: [],
    overrides: [],
    ignore: undefined,
    ...result,
    settings: settingsOf(layer),
    complaints,
  };
}

/** What stands at one place of a file, while it is read. */
interface Layer {
  readonly settings: Partial<Mutable<Settings>>;
  /** Of rules: they win over keys of the same name, whichever stands first. */
  options: Partial<RuleOptions>;
}

function settingsOf({ settings, options }: Layer): Partial<Settings> {
  return { ...settings, ...options };
}

/** The version that brought the first rules: an older one would turn all of them off. */
const firstRules = '0.1';

function ruleSetOf(node: JsonNode, complain: Complain): string | undefined {
  const ruleSet = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
  if (!/^\d+\.\d+(\.\d+)?$/.test(ruleSet)) complain(node, '"baseline" must be a version in quotes: "0.1"');
  else if (isAfter(ruleSet, version))
    complain(node, `"baseline" is newer than Bulwark itself, which is ${version}`);
  else if (isAfter(firstRules, ruleSet))
    complain(node, `"baseline" is older than the first rules, which came with ${firstRules}`);
  else return ruleSet;
  return undefined;
}

/** Takes one key that sets something. */
function readSetting({ key, value }: JsonMember, layer: Layer, known: KnownRules, complain: Complain): void {
  const { settings } = layer;
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
    case 'rules': {
      const { severities, options } = ruleSettingsOf(membersOf(value, '"rules"', complain), known, complain);
      settings.rules = severities;
      layer.options = options;
      break;
    }
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
  known: KnownRules,
  complain: Complain,
): CheckedConfiguration['overrides'] {
  if (node.kind !== 'array') {
    complain(node, '"overrides" must be a list: [ { "files": …, … } ]');
    return [];
  }
  return node.items.flatMap((item) => {
    const layer: Layer = { settings: {}, options: {} };
    let files: PathList | undefined;
    const members = membersOf(item, 'Each of "overrides"', complain);
    for (const member of members) {
      const { key, keySpan, value } = member;
      if (key === 'files') files = pathsOf(value, '"files"', complain);
      // Which Compose files belong together is no matter of one of them.
      else if (settingKeys.includes(key) && key !== 'compose') readSetting(member, layer, known, complain);
      else {
        const keys = ['files', ...settingKeys.filter((each) => each !== 'compose')];
        complain({ span: keySpan }, `"${key}" cannot stand in "overrides"${guessWord(key, keys)}`);
      }
    }
    if (item.kind === 'object' && !members.some(({ key }) => key === 'files'))
      complain(item, '"files" is missing: the paths that this is about');
    return files === undefined ? [] : [{ files, settings: settingsOf(layer) }];
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
