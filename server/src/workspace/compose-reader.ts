import { type Compose } from '../compose/model';
import { Source } from '../text/source';
import { type Host } from './host';

/** Compose files larger than this (in UTF-16 code units) are not read for what they say about other files. */
const largest = 500_000;

/** The Compose file at a place; `undefined` where it cannot be read or is too large. */
export async function readCompose(host: Host, uri: string): Promise<Compose | undefined> {
  const text = await host.readFile(uri);
  if (text === undefined || text.length > largest) return undefined;
  // Loaded only here: most Dockerfiles stand beside no Compose file, and the command line starts faster without YAML.
  const { parseCompose } = await import('../compose/parse');
  return parseCompose(new Source(text));
}
