import { HintedPattern } from '../text/hinted-pattern';
import { hardenedRepository } from './hardened-name';
import { type ImageReference } from './reference';

/**
 * The newest uv that these rules know, which they propose. Read on 2026-08-22 from the versions that the catalogue of
 * Docker Hardened Images holds.
 * @see https://github.com/docker-hardened-images/catalog
 */
export const newestUv = '0.12.5';

/** The publisher's own: https://docs.astral.sh/uv/guides/integration/docker/#available-images */
const published = new Set(['ghcr.io/astral-sh/uv', 'docker.io/astral/uv']);

/** Whether a reference names an image of uv: the publisher's, the hardened one, or a mirror of it. */
export function isUvImage(reference: ImageReference): boolean {
  return published.has(reference.repository) || hardenedRepository(reference, {}) === 'uv';
}

/**
 * The tag that holds the image of uv to a version, its base kept: `0.12.5-alpine` for `alpine`. Absent where the
 * reference already says a version or a digest.
 */
export function pinnedUvTag({ tag, digest }: ImageReference): string | undefined {
  if (digest !== undefined) return undefined;
  if (tag === undefined || tag === 'latest') return newestUv;
  return /^v?\d/.test(tag) ? undefined : `${newestUv}-${tag}`;
}

const installer = new HintedPattern(/^https?:\/\/astral\.sh\/uv\/install\.(sh|ps1)$/, 'astral');
const latestRelease = new HintedPattern(
  /^https?:\/\/github\.com\/astral-sh\/uv\/releases\/latest\/download\/uv-installer\.(sh|ps1)$/,
  'astral',
);
const pinnedInstaller = new HintedPattern(
  /^https?:\/\/(?:astral\.sh\/uv|github\.com\/astral-sh\/uv\/releases\/download)\/(\d[\w.]*)\/(?:uv-)?install(?:er)?\.(?:sh|ps1)$/,
  'astral',
);

/** Whether the address of an installer of uv may stand in a text: a quick look before the careful one. */
export function mayNameInstaller(text: string): boolean {
  return text.includes('astral');
}

/** The address of the installer of one version, for an address that always gives the newest. */
export function pinnedUvInstaller(url: string): string | undefined {
  const own = installer.exec(url);
  if (own !== null) return `https://astral.sh/uv/${newestUv}/install.${own[1] ?? 'sh'}`;
  const release = latestRelease.exec(url);
  if (release === null) return undefined;
  return `https://github.com/astral-sh/uv/releases/download/${newestUv}/uv-installer.${release[1] ?? 'sh'}`;
}

/** The version that the address of an installer of uv gives; absent where it is no such address. */
export function uvVersionOfInstaller(url: string): string | undefined {
  return pinnedUvInstaller(url) === undefined ? pinnedInstaller.exec(url)?.[1] : newestUv;
}
