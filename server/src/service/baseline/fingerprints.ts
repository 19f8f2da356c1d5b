import { type Source } from '../../text/source';
import { digest } from '../../text/digest';
import { type Finding } from '../finding';
import { fingerprintKeys, fingerprintLength } from './fingerprint-keys';

/** The fingerprints of one file's findings, in their order, made where there is no Node: see `fingerprintKeys`. */
export async function fingerprintsOf(
  path: string,
  source: Source,
  findings: readonly Finding[],
): Promise<readonly string[]> {
  return Promise.all(
    fingerprintKeys(path, source, findings).map(async ({ key }) =>
      hexadecimal(await digest(key)).slice(0, fingerprintLength),
    ),
  );
}

function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
