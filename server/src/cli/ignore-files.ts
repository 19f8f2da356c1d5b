import { type Ignore } from 'ignore';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isWithin } from './boundary';

interface Layer {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** The `.gitignore` files in force while a tree is walked; the nearest one that says anything of a path decides. */
export class IgnoreFiles {
  /** @param layers outermost first. */
  private constructor(private readonly layers: readonly Layer[]) {}

  /** Those from the boundary down to the folder above `start`; none where they leave out `start` itself. */
  static async above(start: string, boundary: string): Promise<IgnoreFiles> {
    const folders: string[] = [];
    for (let place = dirname(start); place !== start && isWithin(boundary, place); place = dirname(place)) {
      folders.unshift(place);
      if (dirname(place) === place) break;
    }
    let files = new IgnoreFiles([]);
    for (const folder of folders) files = await files.enter(folder);
    // Somebody who names an ignored folder wants it.
    return files.has(start, true) ? new IgnoreFiles([]) : files;
  }

  /** With the ignore file of a folder added. */
  async enter(folder: string): Promise<IgnoreFiles> {
    const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
    if (text === undefined) return this;
    const { default: ignore } = await import('ignore');
    const patterns = ignore({ ignorecase: false }).add(text);
    return new IgnoreFiles([...this.layers, { folder, patterns }]);
  }

  /** @param path absolute. */
  has(path: string, isFolder: boolean): boolean {
    for (const { folder, patterns } of [...this.layers].reverse()) {
      const way = relative(folder, path).split(sep).join('/');
      if (way === '') continue;
      const { ignored, unignored } = patterns.test(isFolder ? `${way}/` : way);
      if (ignored) return true;
      if (unignored) return false;
    }
    return false;
  }
}
