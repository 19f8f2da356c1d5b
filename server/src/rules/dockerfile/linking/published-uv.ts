import { type Argument, type SourceReference } from '../../../dockerfile/model';
import { replace } from '../../../text/edit';
import { type Fix } from '../../rule';

/** Offers uv as its publisher builds it, which is static: https://github.com/astral-sh/uv/blob/main/Dockerfile */
export function publishedUv(use: SourceReference | undefined, sources: readonly Argument[]): Fix | undefined {
  const { image, text, span } = use ?? {};
  if (image === undefined || span === undefined || image.text !== text || image.digest !== undefined)
    return undefined;
  // It has the programs right at its root, and tags of two numbers or three.
  const version = /^\d+\.\d+(?:\.\d+)?(?=-|$)/.exec(image.tag ?? '')?.[0];
  if (version === undefined || !/(?:^|[/-])uv$/.test(image.name)) return undefined;
  if (sources.some((source) => !/^\/uvx?$/.test(source.text))) return undefined;
  const reference = `ghcr.io/astral-sh/uv:${version}`;
  return { title: `Take it from ${reference}, which is static`, edits: [replace(span, reference)] };
}
