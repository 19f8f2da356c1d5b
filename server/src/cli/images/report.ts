import { URI } from 'vscode-uri';
import { type ImageUse, type Inventory } from '../../service/inventory/model';
import { shownPath } from '../find-files';
import { type Style } from '../style';

/** What a report of images needs beside them. */
export interface ImageReportContext {
  /** Absolute; paths are shown relative to it. */
  readonly cwd: string;
  /** Of Bulwark. */
  readonly version: string;
  readonly style: Style;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type ImageReport = (inventory: Inventory, context: ImageReportContext) => string | Promise<string>;

/** One use with the file that it stands in. */
export interface PlacedUse extends ImageUse {
  /** As it is shown. */
  readonly path: string;
}

export function placedUses({ files }: Inventory, { cwd }: ImageReportContext): readonly PlacedUse[] {
  return files.flatMap(({ uri, uses }) => {
    const path = shownPath(URI.parse(uri).fsPath, cwd);
    return uses.map((use) => ({ ...use, path }));
  });
}
