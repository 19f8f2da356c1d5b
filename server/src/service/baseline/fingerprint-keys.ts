import { type Source } from '../../text/source';
import { type Finding } from '../finding';

/** A finding with a text that tells it from all others of its file, as long as its line and those like it stay. */
export interface KeyedFinding {
  readonly finding: Finding;
  readonly key: string;
}

/**
 * What fingerprints are made of. They do not depend on where a line stands: of the rule, the path, the marked line without its
 * blanks, and how many like it stand above.
 * @param findings of one file, in the order of the text.
 */
export function fingerprintKeys(
  path: string,
  source: Source,
  findings: readonly Finding[],
): readonly KeyedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const line = source.slice(source.lineSpan(source.lineAt(finding.span.start)));
    const key = [finding.rule, path, line.replace(/\s+/g, ' ').trim()].join('\0');
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { finding, key: `${key}\0${before}` };
  });
}

/** Hexadecimal digits of the SHA-256 of a key that make a fingerprint. */
export const fingerprintLength = 32;
