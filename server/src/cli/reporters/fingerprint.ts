import { createHash } from 'node:crypto';
import { fingerprintKeys, fingerprintLength } from '../../service/baseline/fingerprint-keys';
import { type Finding } from '../../service/finding';
import { type Source } from '../../text/source';

/** A finding with what tells it from all others of its file. */
export interface Fingerprinted {
  readonly finding: Finding;
  /** 32 hexadecimal digits. */
  readonly fingerprint: string;
}

/**
 * Fingerprints that do not depend on where a line stands: see `fingerprintKeys`.
 * @param findings of one file, in the order of the text.
 */
export function fingerprintsOf(
  path: string,
  source: Source,
  findings: readonly Finding[],
): readonly Fingerprinted[] {
  return fingerprintKeys(path, source, findings).map(({ finding, key }) => {
    const hash = createHash('sha256').update(key).digest('hex');
    return { finding, fingerprint: hash.slice(0, fingerprintLength) };
  });
}
