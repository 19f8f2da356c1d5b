import { catalogImage, catalogNames } from '../../image/catalog/catalog';
import { type CatalogTag } from '../../image/catalog/model';
import { tagsInOrder } from '../../image/catalog/tags';
import { compareVersions } from '../../image/catalog/version-order';
import { counterpartOf } from '../../image/counterpart/counterpart';
import { type Role } from '../../image/counterpart/model';
import { hardenedRepository } from '../../image/hardened-name';
import { parseReference } from '../../image/reference';
import { isUvImage } from '../../image/uv';
import { type Span } from '../../text/span';
import { type TypedReference } from './typed-reference';

/** A proposal for an image reference. The first of a list is the best. */
export interface ImageCompletion {
  readonly label: string;
  readonly detail: string;
  readonly kind: 'repository' | 'tag' | 'counterpart';
  readonly span: Span;
  readonly newText: string;
}

/**
 * @param role of the stage: a build stage is offered build variants first.
 * @param mirrors prefixes that stand for `dhi.io/`.
 */
export function imageCompletions(
  typed: TypedReference,
  role: Role,
  mirrors: readonly string[],
): readonly ImageCompletion[] {
  const colon = typed.text.indexOf(':', typed.text.lastIndexOf('/') + 1);
  if (colon < 0) return repositories(typed);
  const counterpart = counterpartOfTyped(typed, role);
  const parsed = parseReference(typed.text.slice(0, colon));
  const reference = 'reference' in parsed ? parsed.reference : undefined;
  const span = { start: typed.span.start + colon + 1, end: typed.span.end };
  if (reference === undefined) return [];
  const repository = hardenedRepository(reference, { hardenedImageMirrors: mirrors });
  if (repository !== undefined) return tags(repository, role, span);
  return [...counterpart, ...(isUvImage(reference) ? uvVersions(span) : [])];
}

function repositories({ span }: TypedReference): readonly ImageCompletion[] {
  return catalogNames().map((name) => ({
    label: `dhi.io/${name}`,
    detail: 'Docker Hardened Image',
    kind: 'repository',
    span,
    newText: `dhi.io/${name}`,
  }));
}

function tags(repository: string, role: Role, span: Span): readonly ImageCompletion[] {
  const image = catalogImage(repository);
  if (image === undefined) return [];
  return tagsInOrder(image, role === 'build' ? 'dev' : 'runtime').map((tag) => ({
    label: tag.tag,
    detail: detailOf(tag),
    kind: 'tag',
    span,
    newText: tag.tag,
  }));
}

function detailOf({ facts, system }: CatalogTag): string {
  const shell = facts.shells.length > 0 || facts.shellInferred !== undefined ? 'shell' : 'no shell';
  return [facts.variant, facts.account.user, shell, system].join(' · ');
}

/** The publisher's tags and the hardened image's bear the same versions. */
function uvVersions(span: Span): readonly ImageCompletion[] {
  const versions = new Set([...(catalogImage('uv')?.tags.values() ?? [])].map(({ version }) => version));
  return [...versions]
    .sort((a, b) => b.split('.').length - a.split('.').length || compareVersions(b, a))
    .map((version) => ({ label: version, detail: 'uv', kind: 'tag', span, newText: version }));
}

/** The hardened twin of the upstream tag that stands there. */
function counterpartOfTyped({ text, span }: TypedReference, role: Role): readonly ImageCompletion[] {
  const parsed = parseReference(text);
  if (!('reference' in parsed)) return [];
  const answer = counterpartOf(parsed.reference, role);
  if (answer === undefined || !('tag' in answer)) return [];
  const detail = `hardened counterpart of ${text}`;
  return [{ label: answer.reference, detail, kind: 'counterpart', span, newText: answer.reference }];
}
