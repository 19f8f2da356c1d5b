/** One finding that a baseline lists: it was there before. */
export interface BaselineEntry {
  /** Relative to the baseline's folder, with forward slashes. */
  readonly path: string;
  readonly rule: string;
  /** 32 hexadecimal digits. */
  readonly fingerprint: string;
}

/** The name that the documentation gives a baseline; it lies in the root of a project. */
export const baselineName = '.bulwark-baseline.json';

/** What a baseline lists, or what is wrong with its text, as the end of a sentence that begins with the file. */
export function readBaseline(
  text: string,
): { readonly entries: readonly BaselineEntry[] } | { readonly fault: string } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { fault: 'is no baseline: it is not JSON' };
  }
  const { version, findings } = (content ?? {}) as { version?: unknown; findings?: unknown };
  if (version === 1 && Array.isArray(findings) && findings.every(isEntry)) return { entries: findings };
  return { fault: 'is no baseline that this version can read' };
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) return false;
  return ['path', 'rule', 'fingerprint'].every(
    (key) => typeof (value as Record<string, unknown>)[key] === 'string',
  );
}
