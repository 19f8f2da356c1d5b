import { dirname, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { type Severity } from '../rules/rule';
import { type ConfigurationProblem, configurationAt, resolveSettings } from '../service/configuration';
import { type ListedRule, listRules } from '../service/rule-list';
import { defaultSettings, type Settings } from '../service/settings';
import { closest } from '../text/nearest';
import { type Host } from '../workspace/host';
import { boundaryOf } from './boundary';
import { UsageError } from './exit-codes';
import { type LintOptions } from './lint-options';
import { createNodeHost } from './node-host';
import { suggestion } from './option-words';
import { readText } from './read-text';

/**
 * Gives the settings for a file of the host.
 * @param wanted URI of the folder that was named and holds the file; absent where the file itself was, or a pattern.
 */
export type SettingsFor = (host: Host, uri: string, wanted: string | undefined) => Promise<Settings>;

/**
 * Settings as the command line wants them: `--profile`, `--rule` and `--only` over the file of `--config`, or over the nearest
 * configuration.
 * @param report told once of each thing that is wrong in a configuration file.
 * @throws UsageError where the file of `--config` cannot be read, and for rules that do not exist.
 */
export async function settingsFor(
  options: LintOptions,
  cwd: string,
  report: (problem: ConfigurationProblem) => void,
): Promise<SettingsFor> {
  const { config } = options;
  const reported = new Set<string>();
  const resolved = new Map<Settings, Settings>();
  const chosen = chosenOver(options);
  const given = config === undefined ? undefined : await givenConfiguration(config, cwd);

  return async (host, uri, wanted) => {
    const { settings, problems } =
      given === undefined
        ? await resolveSettings(host, uri, defaultSettings, wanted)
        : await configurationAt(given.host, given.uri, uri, defaultSettings, wanted);
    for (const problem of problems) {
      const key = JSON.stringify(problem);
      if (!reported.has(key)) report(problem);
      reported.add(key);
    }
    const final = resolved.get(settings) ?? chosen(settings);
    resolved.set(settings, final);
    return final;
  };
}

async function givenConfiguration(
  config: string,
  cwd: string,
): Promise<{ readonly host: Host; readonly uri: string }> {
  const path = resolve(cwd, config);
  const file = await readText(path);
  if ('fault' in file) throw new UsageError(`--config ${config} ${file.fault}`);
  return { host: createNodeHost(boundaryOf(dirname(path), cwd)), uri: URI.file(path).toString() };
}

/** What the options make of settings; settings that they do not change stay the same object. */
function chosenOver({ profile, rules, only, fixOffers }: LintOptions): (settings: Settings) => Settings {
  if (profile === undefined && rules.length + only.length + fixOffers.length === 0)
    return (settings) => settings;
  const listed = listRules();
  const known = [...new Set(listed.map(({ id }) => id))];
  for (const id of [...rules.map((rule) => rule.id), ...only, ...fixOffers])
    if (!known.includes(id)) throw new UsageError(`No rule is called ${id}${suggestion(closest(id, known))}`);
  const named = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));

  return (settings) => {
    const own = { ...settings, ...(profile === undefined ? {} : { profile }) };
    const severities = { ...own.rules, ...named };
    if (only.length === 0) return { ...own, rules: severities };
    const narrowed = known.flatMap((id): [string, Severity | 'off'][] => {
      if (!only.includes(id)) return [[id, 'off']];
      const set = severities[id];
      if (set !== undefined && set !== 'off') return [[id, set]];
      // Who names a rule wants it, whatever the profile says. One that is on grades its findings itself.
      const rule = listed.find((each) => each.id === id);
      const isOn = set === undefined && rule?.severity[own.profile] !== 'off';
      return isOn ? [] : [[id, wantedSeverity(rule)]];
    });
    return { ...own, rules: Object.fromEntries(narrowed) };
  };
}

function wantedSeverity(rule: ListedRule | undefined): Severity {
  const { strict = 'warning' } = rule?.severity ?? {};
  return strict === 'off' ? 'warning' : strict;
}
