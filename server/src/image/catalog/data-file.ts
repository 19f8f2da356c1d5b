/** The data files that are shipped beside the bundles, from `server/data`. */
export type DataFile = 'hardened-images.jsonl' | 'counterparts.jsonl';

/** Gives the text of a data file. It may throw: what is not there is not known. */
export type DataReader = (file: DataFile) => string;

let read: DataReader | undefined;
const lines = new Map<DataFile, readonly string[]>();

/** Says where the data files are. An entry point calls it once; without it nothing is known about hardened images. */
export function readDataWith(reader: DataReader): void {
  read = reader;
  lines.clear();
}

/** Lines of a data file, read when first asked for; none where it cannot be read. */
export function dataLines(file: DataFile): readonly string[] {
  const before = lines.get(file);
  if (before !== undefined) return before;
  const now = textOf(file).split('\n').filter(Boolean);
  lines.set(file, now);
  return now;
}

function textOf(file: DataFile): string {
  try {
    return read?.(file) ?? '';
  } catch {
    return '';
  }
}
