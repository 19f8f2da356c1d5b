import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from './digest';

/** Stands for all that a program is made of: the files of its folder, but those that only a browser runs. */
export function programDigest(folder: string): string {
  const names = readdirSync(folder).filter((name) => /^(?!.*\.browser\.js$).*\.(?:js|jsonl)$/.test(name));
  return digest(...names.sort().flatMap((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}
