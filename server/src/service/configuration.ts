import { Source } from '../text/source';
import { configurationNames } from '../workspace/file-names';
import { type Host } from '../workspace/host';
import { listingOf } from '../workspace/listing';
import { joinUri, parentOf, relativePath } from '../workspace/uri';
import { type Chain, chainOf, type Link } from './configuration/chain';
import { checkConfiguration } from './configuration/check';
import { type ConfigurationProblem, knownRules, readConfigurationFile } from './configuration/files';
import { readJson } from './configuration/json';
import { passedOver } from './configuration/passed-over';
import { type Settings } from './settings';

export { type ConfigurationProblem } from './configuration/files';

export interface ResolvedSettings {
  readonly settings: Settings;
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * The settings for one document: those of the nearest configuration file, beside it or above, and of all that it builds on, over
 * `base`. Goes up as far as the host can list folders. Without such a file the settings are `base` itself; with one,
 * the same texts and base give the same object.
 * @param wanted URI of a folder that somebody has named: what leaves out the folder itself does not count in it.
 */
export async function resolveSettings(
  host: Host,
  uri: string,
  base: Settings,
  wanted?: string,
): Promise<ResolvedSettings> {
  for (let folder = parentOf(uri); folder !== undefined; folder = parentOf(folder)) {
    const listing = await listingOf(host, folder);
    if (listing === undefined) break;
    for (const name of configurationNames) {
      if (!listing.has(name)) continue;
      const resolved = await readSettings(host, joinUri(folder, name), { uri, wanted }, base);
      if (resolved === undefined) continue;
      const beside = await passedOver(host, folder, listing, name);
      return beside.length === 0 ? resolved : { ...resolved, problems: [...resolved.problems, ...beside] };
    }
  }
  return { settings: base, problems: [] };
}

/** The settings for a document by a configuration file that was named, wherever it lies. */
export async function configurationAt(
  host: Host,
  uri: string,
  document: string,
  base: Settings,
  wanted?: string,
): Promise<ResolvedSettings> {
  return (await readSettings(host, uri, { uri: document, wanted }, base)) ?? { settings: base, problems: [] };
}

/** A document that settings are looked for. */
interface Target {
  readonly uri: string;
  /** The folder for whose sake it is looked at. */
  readonly wanted: string | undefined;
}

/** @returns `undefined` for a package.json without settings of ours. */
async function readSettings(
  host: Host,
  uri: string,
  document: Target,
  base: Settings,
): Promise<ResolvedSettings | undefined> {
  const text = await host.readFile(uri);
  if (text === undefined) {
    const start = { line: 0, character: 0 };
    const problem = { uri, message: 'The file cannot be read', range: { start, end: start } };
    return { settings: base, problems: [problem] };
  }
  const file = readConfigurationFile(uri, text);
  if (file === undefined) return undefined;
  const chain = await chainOf(host, file);
  return { settings: layered(base, layersFor(chain, document)), problems: chain.problems };
}

/** What was resolved before, so that settings that have not changed stay the same object. */
const appliedBefore = new WeakMap<Settings, Map<string, { text: string; resolved: ResolvedSettings }>>();

/**
 * The settings of an editor over `base`: rules one by one, everything else whole.
 * @param uri what they are kept and complained of by.
 */
export function applyConfiguration(uri: string, text: string, base: Settings): ResolvedSettings {
  const kept = appliedBefore.get(base) ?? new Map<string, { text: string; resolved: ResolvedSettings }>();
  appliedBefore.set(base, kept);
  const before = kept.get(uri);
  if (before?.text === text) return before.resolved;
  const source = new Source(text);
  const json = readJson(text);
  const { settings, complaints } =
    'fault' in json
      ? { settings: {}, complaints: [json.fault] }
      : checkConfiguration(json.node, knownRules, 'editor');
  const problems = complaints.map(({ message, span }) => ({ uri, message, range: source.rangeOf(span) }));
  const resolved = { settings: over(base, settings), problems };
  kept.set(uri, { text, resolved });
  return resolved;
}

const notChecked: Partial<Settings> = { enable: false };

/** What a chain sets for a document, the weakest first. The same texts give the same objects. */
function layersFor({ links }: Chain, { uri, wanted }: Target): readonly Partial<Settings>[] {
  const layers = links.flatMap((link) => layersOf(link, uri));
  const ignored = links.some((link) => 'file' in link && isIgnored(link, uri, wanted));
  return ignored ? [...layers, notChecked] : layers;
}

function layersOf(link: Link, document: string): readonly Partial<Settings>[] {
  if ('preset' in link) return [link.preset];
  const { uri, checked } = link.file;
  const path = pathFrom(uri, document);
  const own = checked.overrides.filter(({ files }) => path !== undefined && files.matches(path));
  return [checked.settings, ...own.map(({ settings }) => settings)];
}

function isIgnored(
  { file }: Extract<Link, { file: unknown }>,
  document: string,
  wanted: string | undefined,
): boolean {
  const path = pathFrom(file.uri, document);
  const folder = wanted === undefined ? undefined : pathFrom(file.uri, wanted);
  return path !== undefined && file.checked.ignore?.matches(path, folder) === true;
}

/** The path of a document from the folder of a configuration; `undefined` where it lies outside. */
function pathFrom(configuration: string, document: string): string | undefined {
  return relativePath(parentOf(configuration) ?? configuration, document);
}

interface Layered {
  readonly layers: readonly Partial<Settings>[];
  readonly settings: Settings;
}

/** What was put together before, so that settings that have not changed stay the same object. */
const layeredBefore = new WeakMap<Settings, Layered[]>();

/** So many are kept: a workspace has few configurations, each of which changes now and then. */
const mostKept = 50;

function layered(base: Settings, layers: readonly Partial<Settings>[]): Settings {
  const kept = layeredBefore.get(base) ?? [];
  layeredBefore.set(base, kept);
  const before = kept.find(
    (each) => each.layers.length === layers.length && each.layers.every((layer, at) => layer === layers[at]),
  );
  if (before !== undefined) return before.settings;
  const settings = layers.reduce(over, base);
  kept.push({ layers, settings });
  if (kept.length > mostKept) kept.shift();
  return settings;
}

/** Rules one by one, everything else whole. */
function over(base: Settings, layer: Partial<Settings>): Settings {
  return { ...base, ...layer, rules: { ...base.rules, ...layer.rules } };
}
