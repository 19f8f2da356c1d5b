import { chainOf } from '../../../dockerfile/chain';
import { type Instruction, type Stage } from '../../../dockerfile/model';
import { type ImageReference } from '../../../image/reference';
import { isUvImage } from '../../../image/uv';
import { imageBehind } from './uv-source';
import { UNKNOWN, known, type Known } from '../../../text/known';

/**
 * The version of uv that a stage works with, as its image says it: `0.9.17`, `0.9`, `latest`. Unknown where it comes
 * otherwise, by a digest alone, or from more than one image.
 */
export function uvVersion(stage: Stage): Known<string> {
  const chain = chainOf(stage);
  const base = chain.at(-1)?.base.image;
  const images = [base, ...chain.flatMap(({ uses }) => uses.map(imageBehind))].filter(
    (image): image is ImageReference => image !== undefined && isUvImage(image),
  );
  const versions = new Set(images.map(versionOf));
  const [version, ...others] = versions;
  const comesOtherwise = chain.some(({ instructions }) => instructions.some(mayBringUv));
  return version === undefined || others.length > 0 || comesOtherwise ? UNKNOWN : known(version);
}

/** The newest is what a tag without a version gives. */
function versionOf({ tag, digest }: ImageReference): string | undefined {
  const version = /^\d+(?:\.\d+)*/.exec(tag ?? '')?.[0];
  return version ?? (digest === undefined ? 'latest' : undefined);
}

/** An installer, a package manager. */
function mayBringUv({ keyword, body }: Instruction): boolean {
  return (
    (keyword === 'RUN' || keyword === 'ADD') &&
    /astral\.sh|astral-sh\/uv\/releases|\b(?:pip3?|pipx|apk|apt-get|apt|conda|brew|cargo)\b[^&|;]*\buv\b/.test(
      body.text,
    )
  );
}

/** Whether a version as above is below another: `isBefore('0.8.5', '0.8.14')`. A part that is not said is the newest. */
export function isBefore(version: string, other: string): boolean {
  if (version === 'latest') return false;
  const own = version.split('.').map(Number);
  for (const [index, wanted] of other.split('.').map(Number).entries()) {
    const part = own[index];
    if (part === undefined || part > wanted) return false;
    if (part < wanted) return true;
  }
  return false;
}
