import { type Pinning } from '../../image/pinning';
import { type ImageUse, type UseKind } from './model';

const pinnings: Readonly<Record<Pinning, string>> = {
  digest: 'digest',
  tag: 'tag',
  floating: 'floating tag',
  none: 'nothing',
};

/** What holds a reference to one image, as the end of "pinned by". */
export function pinningWords(pinning: Pinning): string {
  return pinnings[pinning];
}

const kinds: Readonly<Record<UseKind, string>> = {
  from: 'stage',
  copy: 'copied from',
  mount: 'mounted in a build',
  service: 'service',
  context: 'build context',
  volume: 'volume',
};

/** What it is used for: `stage build, builds`, `service web`, `copied from`. */
export function kindWords({ kind, role, owner }: Pick<ImageUse, 'kind' | 'role' | 'owner'>): string {
  const what = kinds[kind];
  if (kind === 'from') return `${owner === undefined ? what : `${what} ${owner}`}, ${role}`;
  return kind === 'service' && owner !== undefined ? `${what} ${owner}` : what;
}
