import { Source } from '../text/source';
import { parseYaml, type Yaml } from './yaml';

/** The text of a Compose file with its YAML: what takes long is done once for all views of the file. */
export interface ComposeText {
  readonly source: Source;
  readonly yaml: Yaml;
}

/** Never throws; the YAML says what is wrong with it. */
export function readComposeText(text: string | Source): ComposeText {
  const source = typeof text === 'string' ? new Source(text) : text;
  return { source, yaml: parseYaml(source.text) };
}
