/** The data files that are shipped beside the bundles, from `server/data`. */
export type DataFile = 'hardened-images.jsonl' | 'counterparts.jsonl';

/** Gives the text of a data file. It may throw: what is not there is not known. */
export type DataReader = (file: DataFile) => string;

let read: DataReader | undefined;
const texts = new Map<DataFile, string>();

/** Says where the data files are. An entry point calls it once; without it nothing is known about hardened images. */
export function readDataWith(reader: DataReader): void {
  read = reader;
  texts.clear();
}

/** The text of a data file, read when first asked for; empty where it cannot be read. */
export function dataText(file: DataFile): string {
  const before = texts.get(file);
  if (before !== undefined) return before;
  const now = textOf(file);
  texts.set(file, now);
  return now;
}

function textOf(file: DataFile): string {
  try {
    return read?.(file) ?? '';
  } catch {
    return '';
  }
}
