/** The data files that are shipped beside the bundles, from `server/data`. */
export type DataFile = 'hardened-images.jsonl' | 'counterparts.jsonl';

/**
 * Gives a part of a data file, which is ASCII: from a place, counted in characters, up to another, as far as the file goes. It
 * may throw: what is not there is not known.
 */
export type DataReader = (file: DataFile, start: number, end: number) => string;

const nothing: DataReader = () => '';

let current = nothing;
const texts = new Map<DataFile, string>();

/** Says where the data files are. An entry point calls it once; without it nothing is known about hardened images. */
export function readDataWith(reader: DataReader): void {
  current = (file, start, end) => {
    try {
      return reader(file, start, end);
    } catch {
      return '';
    }
  };
  texts.clear();
}

/** What gives parts of the data files, which are empty where a file cannot be read: the same until another is said. */
export function dataReader(): DataReader {
  return current;
}

/** The whole text of a data file, read when first asked for; empty where it cannot be read. */
export function dataText(file: DataFile): string {
  const before = texts.get(file);
  if (before !== undefined) return before;
  const now = current(file, 0, Infinity);
  texts.set(file, now);
  return now;
}
