import { rules } from '../rules/registry';
import { type Range, Source } from '../text/source';
import { configurationNames } from '../workspace/file-names';
import { type Host } from '../workspace/host';
import { joinUri, parentOf } from '../workspace/uri';
import { checkConfiguration } from './configuration-check';
import { readJson } from './configuration-json';
import { serviceRules } from './rule-list';
import { type Settings } from './settings';

/** What is wrong in a configuration file. What is right in it still counts. */
export interface ConfigurationProblem {
  /** The configuration file. */
  readonly uri: string;
  /** A sentence without its full stop. */
  readonly message: string;
  readonly range: Range;
}

export interface ResolvedSettings {
  readonly settings: Settings;
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * The settings for one document: those of the nearest `bulwark.json` or `.bulwarkrc.json`, beside it or above, over
 * `base`. Goes up as far as the host can list folders. Without such a file the settings are `base` itself; with one,
 * the same text and base give the same object.
 */
export async function resolveSettings(host: Host, uri: string, base: Settings): Promise<ResolvedSettings> {
  let folder = parentOf(uri);
  while (folder !== undefined) {
    const names = await host.listFolder(folder);
    if (names === undefined) break;
    const name = configurationNames.find((candidate) => names.includes(candidate));
    if (name !== undefined) return readSettings(host, joinUri(folder, name), base);
    folder = parentOf(folder);
  }
  return { settings: base, problems: [] };
}

/** The settings for a document by a configuration file that was named, wherever it lies. */
export async function configurationAt(
  host: Host,
  uri: string,
  _document: string,
  base: Settings,
): Promise<ResolvedSettings> {
  return readSettings(host, uri, base);
}

async function readSettings(host: Host, uri: string, base: Settings): Promise<ResolvedSettings> {
  const text = await host.readFile(uri);
  if (text !== undefined) return applyConfiguration(uri, text, base);
  const start = { line: 0, character: 0 };
  const problem = { uri, message: 'The file cannot be read', range: { start, end: start } };
  return { settings: base, problems: [problem] };
}

/** What was resolved before, so that settings that have not changed stay the same object. */
const resolvedBefore = new WeakMap<Settings, Resolved>();

/** By the URI of the configuration file. */
type Resolved = Map<string, { text: string; resolved: ResolvedSettings }>;

/** The settings of a configuration file's text over `base`: rules one by one, everything else whole. */
export function applyConfiguration(uri: string, text: string, base: Settings): ResolvedSettings {
  const kept = resolvedBefore.get(base) ?? (new Map() as Resolved);
  resolvedBefore.set(base, kept);
  const before = kept.get(uri);
  if (before?.text === text) return before.resolved;
  const resolved = readConfiguration(uri, text, base);
  kept.set(uri, { text, resolved });
  return resolved;
}

function readConfiguration(uri: string, text: string, base: Settings): ResolvedSettings {
  const source = new Source(text);
  const json = readJson(text);
  if ('fault' in json) {
    const { message, span } = json.fault;
    return { settings: base, problems: [{ uri, message, range: source.rangeOf(span) }] };
  }
  const ids = [...rules.map(({ meta }) => meta.id), ...serviceRules.map(({ id }) => id)];
  const { overrides, complaints } = checkConfiguration(json.node, ids);
  return {
    settings: { ...base, ...overrides, rules: { ...base.rules, ...overrides.rules } },
    problems: complaints.map(({ message, span }) => ({ uri, message, range: source.rangeOf(span) })),
  };
}
