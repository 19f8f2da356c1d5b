import { allRules } from '../../rules/registry';
import { optionNamesOf } from '../../rules/rule';
import { type Range, Source } from '../../text/source';
import { type Span } from '../../text/span';
import { nameOf } from '../../workspace/uri';
import { serviceRules } from '../rule-list';
import { type CheckedConfiguration, checkConfiguration, type Complaint } from './check';
import { type JsonNode, readJson } from './json';
import { type KnownRules } from './rule-settings';
import { readYaml } from './yaml';

/** What is wrong in a configuration file. What is right in it still counts. */
export interface ConfigurationProblem {
  /** The configuration file. */
  readonly uri: string;
  /** A sentence without its full stop. */
  readonly message: string;
  readonly range: Range;
  /** Set where all that counts of the configuration is understood, so that no run has to fail. */
  readonly isWarning?: true;
}

/** One configuration file, read. The same text gives the same object. */
export interface ConfigurationFile {
  readonly uri: string;
  /** What of its text is our configuration. */
  readonly span: Span;
  readonly checked: CheckedConfiguration;
  readonly problems: readonly ConfigurationProblem[];
  readonly toProblem: (complaint: Complaint) => ConfigurationProblem;
}

/** A package.json keeps settings for many tools; ours stand under this key. */
const packageKey = 'bulwark';

const readBefore = new Map<string, { readonly text: string; readonly file: ConfigurationFile | undefined }>();

/** @returns `undefined` for a package.json that says nothing to us. */
export function readConfigurationFile(uri: string, text: string): ConfigurationFile | undefined {
  const before = readBefore.get(uri);
  if (before?.text === text) return before.file;
  const file = parse(uri, text);
  readBefore.set(uri, { text, file });
  return file;
}

function parse(uri: string, text: string): ConfigurationFile | undefined {
  const source = new Source(text);
  const toProblem = ({ message, span }: Complaint): ConfigurationProblem => ({
    uri,
    message,
    range: source.rangeOf(span),
  });
  const checkedFile = (checked: CheckedConfiguration, span: Span): ConfigurationFile => ({
    uri,
    span,
    checked,
    problems: checked.complaints.map(toProblem),
    toProblem,
  });
  const isPackage = nameOf(uri) === 'package.json';
  // Most of them have nothing for us and need not be read.
  if (isPackage && !text.includes(`"${packageKey}"`)) return undefined;
  const read = /\.ya?ml$/i.test(nameOf(uri)) ? readYaml(text) : readJson(text);
  if ('fault' in read)
    return isPackage
      ? undefined
      : checkedFile({ ...nothing, complaints: [read.fault] }, { start: 0, end: 0 });
  const node = isPackage ? memberOf(read.node, packageKey) : read.node;
  return node && checkedFile(checkConfiguration(node, knownRules), node.span);
}

const nothing: CheckedConfiguration = {
  settings: {},
  extends: [],
  overrides: [],
  ignore: undefined,
  complaints: [],
};

function memberOf(node: JsonNode, name: string): JsonNode | undefined {
  return node.kind === 'object' ? node.members.findLast(({ key }) => key === name)?.value : undefined;
}

let known: ReturnType<KnownRules> | undefined;

export const knownRules: KnownRules = () => {
  known ??= new Map([
    ...serviceRules.map((meta) => [meta.id, []] as const),
    ...allRules().map(({ meta }) => [meta.id, optionNamesOf(meta)] as const),
  ]);
  return known;
};
