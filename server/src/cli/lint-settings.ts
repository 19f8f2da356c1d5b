import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { applyConfiguration, type ConfigurationProblem, resolveSettings } from '../service/configuration';
import { defaultSettings, type Settings } from '../service/settings';
import { type Host } from '../workspace/host';
import { type LintOptions } from './arguments';
import { UsageError } from './exit-codes';
import { readText } from './read-text';

/** Gives the settings for a file of the host. */
export type SettingsFor = (host: Host, uri: string) => Promise<Settings>;

/**
 * Settings as the command line wants them: `--profile` over the file of `--config`, or over the nearest configuration.
 * @param report told once of each thing that is wrong in a configuration file.
 * @throws UsageError where the file of `--config` cannot be read.
 */
export async function settingsFor(
  { config, profile }: LintOptions,
  cwd: string,
  report: (problem: ConfigurationProblem) => void,
): Promise<SettingsFor> {
  const reported = new Set<string>();
  const resolved = new Map<Settings, Settings>();
  const given = config === undefined ? undefined : await configuration(config, cwd);

  return async (host, uri) => {
    const { settings, problems } = given ?? (await resolveSettings(host, uri, defaultSettings));
    for (const problem of problems) {
      const key = JSON.stringify(problem);
      if (!reported.has(key)) report(problem);
      reported.add(key);
    }
    if (profile === undefined) return settings;
    const chosen = resolved.get(settings) ?? { ...settings, profile };
    resolved.set(settings, chosen);
    return chosen;
  };
}

async function configuration(config: string, cwd: string): Promise<ReturnType<typeof applyConfiguration>> {
  const path = resolve(cwd, config);
  const file = await readText(path);
  if ('fault' in file) throw new UsageError(`--config ${config} ${file.fault}`);
  return applyConfiguration(URI.file(path).toString(), file.text, defaultSettings);
}
