import { type Ignore } from 'ignore';

interface Layer {
  readonly folder: string;
  readonly patterns: Ignore;
}

/**
 * The path from a folder down to something in it, with forward slashes; `''` for the folder itself. Undefined where it lies
 * elsewhere.
 */
type WayTo = (folder: string, path: string) => string | undefined;

/** The `.gitignore` files in force in a folder while a tree is walked; the nearest one that says anything of a path decides. */
export class IgnoreLayers {
  /** @param layers outermost first. */
  private constructor(
    private readonly wayTo: WayTo,
    private readonly layers: readonly Layer[],
  ) {}

  static none(wayTo: WayTo): IgnoreLayers {
    return new IgnoreLayers(wayTo, []);
  }

  /** With the ignore file of a folder added. */
  async with(folder: string, text: string): Promise<IgnoreLayers> {
    const { default: ignore } = await import('ignore');
    const patterns = ignore({ ignorecase: false }).add(text);
    return new IgnoreLayers(this.wayTo, [...this.layers, { folder, patterns }]);
  }

  has(path: string, isFolder: boolean): boolean {
    for (const { folder, patterns } of [...this.layers].reverse()) {
      const way = this.wayTo(folder, path) ?? '';
      if (way === '') continue;
      const { ignored, unignored } = patterns.test(isFolder ? `${way}/` : way);
      if (ignored) return true;
      if (unignored) return false;
    }
    return false;
  }
}
