import { type ImageChange } from '../image-change';
import { type UpstreamImage } from './known-images';
import { type Role } from './model';
import { ANY_SYSTEM, type Refusal, type Wish } from './wish';

/** Images without a shell and without versions, scratch among them: `static`, whose tags are days. */
export function wishForStatic({ row }: UpstreamImage, tag: string, role: Role): Wish | Refusal {
  if (role === 'build') return { reason: 'no-build-variant' };
  const changes: ImageChange[] = row.note === undefined ? [] : [{ kind: 'note', note: row.note }];
  if (tag.includes('debug')) changes.push({ kind: 'note', note: 'no-debug-variant' });
  return {
    version: '',
    line: 1,
    newestDay: true,
    systems: [row.os ?? 'debian*'],
    versionSuffix: row.distroless ?? '',
    tail: '',
    changes,
  };
}

/** Docker's client and its daemon are one image, and two hardened repositories. */
export function wishForDocker(
  tag: string,
  role: Role,
): { readonly repository: string; readonly wish: Wish } | Refusal {
  const words = tag.split('-');
  const [first = ''] = words;
  if (words.includes('rootless')) return { reason: 'no-rootless-variant' };
  if (words.some((word) => word.startsWith('windows'))) return { reason: 'windows' };
  const isClient = words.includes('cli') || words.includes('git');
  return {
    repository: isClient ? 'docker' : 'docker-dind',
    wish: {
      version: /^\d+(?:\.\d+)*$/.test(first) ? first : '',
      line: 1,
      systems: ANY_SYSTEM,
      base: 'alpine',
      versionSuffix: '',
      tail: `${isClient ? '-cli' : ''}${role === 'build' ? '-dev' : ''}`,
      changes: [],
    },
  };
}
