import { createHash } from 'node:crypto';
import { type Finding } from '../../service/finding';
import { type Source } from '../../text/source';

/** A finding with what tells it from all others of its file, as long as its line and those like it stay. */
export interface Fingerprinted {
  readonly finding: Finding;
  /** 32 hexadecimal digits. */
  readonly fingerprint: string;
}

/**
 * Fingerprints that do not depend on where a line stands: of the rule, the path, the marked line without its blanks, and
 * how many like it stand above.
 * @param findings of one file, in the order of the text.
 */
export function fingerprintsOf(
  path: string,
  source: Source,
  findings: readonly Finding[],
): readonly Fingerprinted[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const line = source.slice(source.lineSpan(source.lineAt(finding.span.start)));
    const key = [finding.rule, path, line.replace(/\s+/g, ' ').trim()].join('\0');
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    const hash = createHash('sha256').update(`${key}\0${before}`).digest('hex');
    return { finding, fingerprint: hash.slice(0, 32) };
  });
}
