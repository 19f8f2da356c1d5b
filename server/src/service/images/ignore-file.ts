import { ignoreFix } from '../../rules/dockerfile/context/ignore-edit';
import { linesFor } from '../../rules/dockerfile/context/ignore-lines';
import { type Fix } from '../../rules/rule';
import { type BuildContext } from '../../workspace/context';
import { type Model } from '../run-rules';

/** The `.dockerignore` of a Dockerfile: where it is, or how it comes into being. */
export type IgnoreFile = { readonly present: string } | { readonly create: Fix };

/** Undefined for a Compose file, and where it is not certain which folder the build context is. */
export function ignoreFile(model: Model, { tree }: BuildContext): IgnoreFile | undefined {
  if (model.language !== 'dockerfile' || tree?.dockerignore === undefined) return undefined;
  const { uri, exists } = tree.dockerignore;
  if (exists) return { present: uri };
  const create = ignoreFix(tree, 'Create a .dockerignore', linesFor(model.dockerfile, tree));
  return create && { create };
}
