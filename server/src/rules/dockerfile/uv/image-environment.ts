import { rootOf } from '../../../dockerfile/chain';
import { type Stage } from '../../../dockerfile/model';
import { catalogImage } from '../../../image/catalog/catalog';
import { type HardenedImage } from '../../../image/facts';
import { isUvImage } from '../../../image/uv';

/**
 * Whether the image that a stage stands on sets a variable of uv or of virtual environments, such as `UV_NO_DEV` or
 * `VIRTUAL_ENV`; `undefined` where nobody described the image. Docker's own images set none. Of uv's images those on a
 * distribution set UV_TOOL_BIN_DIR from 0.8 on.
 * @see https://docs.astral.sh/uv/guides/integration/docker/#available-images
 */
export function isSetByImage(stage: Stage, name: string): boolean | undefined {
  const { base } = rootOf(stage);
  if (base.isScratch) return false;
  const { image, facts } = base;
  if (facts.hardened !== undefined) return isSetByHardened(facts.hardened, name);
  if (image === undefined) return undefined;
  if (isUvImage(image)) return name === 'UV_TOOL_BIN_DIR' ? setsToolFolder(image.tag) : false;
  return image.repository.startsWith('docker.io/library/') ? false : undefined;
}

function isSetByHardened({ listed, repository }: HardenedImage, name: string): boolean | undefined {
  if (listed !== undefined) return name in listed.facts.environment;
  const image = catalogImage(repository);
  if (image === undefined) return undefined;
  const isAnywhere = [...image.tags.values()].some(({ facts }) => name in facts.environment);
  return isAnywhere ? undefined : false;
}

function setsToolFolder(tag: string | undefined): boolean | undefined {
  if (tag === undefined) return undefined;
  const [, version, base] = /^(\d[\d.]*)?-?(.*)$/.exec(tag) ?? [];
  if (base === '' || base === 'latest') return false;
  return version === undefined || version === '' || !/^0\.[0-7](?:\.|$)/.test(version);
}
