import { closest } from '../../text/nearest';
import { type Host } from '../../workspace/host';
import { joinUri, parentOf } from '../../workspace/uri';
import { profiles } from '../profiles';
import { type Settings } from '../settings';
import { type ConfigurationFile, type ConfigurationProblem, readConfigurationFile } from './files';

/** A configuration with all that it builds on. */
export interface Chain {
  /** The weakest first; a preset has settings alone. */
  readonly links: readonly Link[];
  readonly problems: readonly ConfigurationProblem[];
}

export type Link = { readonly file: ConfigurationFile } | { readonly preset: Partial<Settings> };

/** What `extends` may name beside files. */
const presets: Readonly<Record<string, Partial<Settings>>> = Object.fromEntries(
  profiles.map((profile) => [profile, { profile }]),
);

/**
 * Follows `extends`, each file before the one that builds on it.
 * @param above URIs of the files that led here.
 */
export async function chainOf(
  host: Host,
  file: ConfigurationFile,
  above: readonly string[] = [],
): Promise<Chain> {
  const links: Link[] = [];
  const problems: ConfigurationProblem[] = [...file.problems];
  const way = [...above, file.uri];
  for (const { name, span } of file.checked.extends) {
    const complain = (message: string): void => {
      problems.push(file.toProblem({ message, span }));
    };
    const preset = Object.hasOwn(presets, name) ? presets[name] : undefined;
    const uri = joinUri(parentOf(file.uri) ?? file.uri, name);
    if (preset !== undefined) links.push({ preset });
    else if (!isPath(name)) complain(unknownPreset(name));
    else if (way.includes(uri)) complain(`"${name}" builds on this file, which builds on it`);
    else {
      const text = await host.readFile(uri);
      const base = text === undefined ? undefined : readConfigurationFile(uri, text);
      if (base === undefined) complain(`"${name}" cannot be read`);
      else {
        const inner = await chainOf(host, base, way);
        links.push(...inner.links);
        problems.push(...inner.problems);
      }
    }
  }
  return { links: [...links, { file }], problems };
}

function isPath(name: string): boolean {
  return /^\.{0,2}\//.test(name) || /\.(?:json|ya?ml)$/i.test(name);
}

function unknownPreset(name: string): string {
  const near = closest(name, Object.keys(presets));
  const guess = near === undefined ? '; a file is named by its path: "./…"' : `; did you mean "${near}"?`;
  return `No preset is called "${name}"${guess}`;
}
