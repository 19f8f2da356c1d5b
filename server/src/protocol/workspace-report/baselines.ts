import { baselineName, readBaseline } from '../../service/baseline/entries';
import { type Unread } from '../../service/report/model';
import { type OpenBaseline } from '../../service/report/trend';
import { type Host } from '../../workspace/host';
import { canonical, joinUri, relativePath } from '../../workspace/uri';
import { shownPath } from './shown-path';

/** The baselines of workspace folders, each by the name that the documentation gives it. */
export async function baselinesOf(
  host: Host,
  folders: readonly string[],
): Promise<{ readonly open: readonly OpenBaseline[]; readonly unread: readonly Unread[] }> {
  const open: OpenBaseline[] = [];
  const unread: Unread[] = [];
  for (const folder of folders) {
    const uri = joinUri(folder, baselineName);
    const text = await host.readFile(uri);
    if (text === undefined) continue;
    const baseline = readBaseline(text);
    if ('fault' in baseline) unread.push({ path: shownPath(folders, uri), fault: baseline.fault });
    else
      open.push({
        entries: baseline.entries,
        pathOf: (file) => relativePath(folder, canonical(file.uri)),
        exists: async (path) => (await host.readFile(joinUri(folder, path))) !== undefined,
        shown: (path) => shownPath(folders, joinUri(folder, path)),
      });
  }
  return { open, unread };
}
