import { configurationNames } from '../../workspace/file-names';
import { type Host } from '../../workspace/host';
import { joinUri } from '../../workspace/uri';
import { type ConfigurationProblem, readConfigurationFile } from './files';

/**
 * Configurations of a folder that are not read, since a stronger one stands beside them; a warning for each.
 * @param names all names in the folder.
 * @param read the name of the one that is read.
 */
export async function passedOver(
  host: Host,
  folder: string,
  names: ReadonlySet<string>,
  read: string,
): Promise<readonly ConfigurationProblem[]> {
  const problems: ConfigurationProblem[] = [];
  for (const name of configurationNames.slice(configurationNames.indexOf(read) + 1)) {
    if (!names.has(name)) continue;
    const uri = joinUri(folder, name);
    const why = `is not read: ${read} stands beside it`;
    if (name === 'package.json') {
      const file = readConfigurationFile(uri, (await host.readFile(uri)) ?? '');
      if (file !== undefined)
        problems.push({
          ...file.toProblem({ message: `"bulwark" ${why}`, span: file.span }),
          isWarning: true,
        });
    } else {
      const start = { line: 0, character: 0 };
      problems.push({ uri, message: `This file ${why}`, range: { start, end: start }, isWarning: true });
    }
  }
  return problems;
}
