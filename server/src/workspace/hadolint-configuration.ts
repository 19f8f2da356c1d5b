import { isScalar, isSeq, parseDocument } from 'yaml';
import { type Host } from './host';
import { type Listing, lists } from './listing';
import { joinUri } from './uri';

/** Names that hadolint looks for. */
const names = ['.hadolint.yaml', '.hadolint.yml'];

/**
 * The rules that hadolint is told to ignore by the file in this folder.
 * @see https://github.com/hadolint/hadolint#configure
 */
export async function hadolintIgnored(
  host: Host,
  folder: string,
  listing: Listing,
): Promise<readonly string[]> {
  const name = names.find((each) => lists(listing, each) === true);
  const text = name === undefined ? undefined : await host.readFile(joinUri(folder, name));
  if (text === undefined) return [];
  const ignored = parseDocument(text, { prettyErrors: false, logLevel: 'silent' }).get('ignored');
  if (!isSeq(ignored)) return [];
  return ignored.items.flatMap((item) =>
    isScalar(item) && typeof item.value === 'string' ? [item.value] : [],
  );
}
