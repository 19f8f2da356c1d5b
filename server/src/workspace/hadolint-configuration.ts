import { ignoredIn } from './hadolint-file';
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
  return text === undefined ? [] : ignoredIn(text);
}
