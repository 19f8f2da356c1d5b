import { UNKNOWN } from '../text/known';
import { type ImageFacts } from './facts';

/** Every fact of an image unknown; whoever uses it says in `source` why. */
export const NOTHING_KNOWN = {
  user: UNKNOWN,
  isRoot: UNKNOWN,
  users: UNKNOWN,
  shell: UNKNOWN,
  packageManager: UNKNOWN,
  libc: UNKNOWN,
  workdir: UNKNOWN,
  uid: UNKNOWN,
  entrypoint: UNKNOWN,
  command: UNKNOWN,
  ports: UNKNOWN,
  system: UNKNOWN,
} satisfies Omit<ImageFacts, 'source'>;
