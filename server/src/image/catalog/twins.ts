import { type ImageChange } from '../image-change';
import { catalogImage } from './catalog';
import { likeTags } from './like-tags';
import { type CatalogImage, type CatalogTag } from './model';
import { isBuildTag } from './tags';

/** The tag of the other variant, with the same version and distribution. */
export interface Twin {
  readonly tag: string;
  /** Absent where today's definitions do not list the tag: then it is read from the shape of those that they do. */
  readonly listed?: CatalogTag;
  /** What else differs, beside the variant. */
  readonly changes: readonly ImageChange[];
}

/** The catalogue lists the tag, and no other variant of it. */
export interface NoTwin {
  readonly missing:
    /** All tags of the repository are build variants, as those of maven. */
    | 'build-only'
    /** No tag of the repository is a build variant, as in static. */
    | 'no-build-variant'
    /** Other versions or distributions have one. */
    | 'not-listed';
}

/**
 * The runtime tag that belongs to a build tag: `3.12-debian13` for `3.12-debian13-dev` and `3.12-debian13-sfw-dev`.
 * Absent where the tag is a runtime tag already, and where the catalogue knows nothing of its shape.
 */
export function runtimeTwin(repository: string, tag: string): Twin | NoTwin | undefined {
  return twin(repository, tag, RUNTIME);
}

/**
 * The build tag that belongs to a runtime tag: `3.12-debian13-dev` for `3.12-debian13`, `21-jdk-dev` for `21`. Absent
 * where the tag is a build tag already, and where the catalogue knows nothing of its shape.
 */
export function devTwin(repository: string, tag: string): Twin | NoTwin | undefined {
  return twin(repository, tag, BUILD);
}

interface Variant {
  readonly has: (tag: CatalogTag) => boolean;
  /** Ways from a tag of the other variant to one of this, the closest first. */
  readonly steps: (tag: CatalogTag) => readonly Step[];
  readonly none: NoTwin['missing'];
}

interface Step {
  readonly change: (words: readonly string[]) => readonly string[];
  readonly changes: readonly ImageChange[];
}

const without =
  (...dropped: readonly string[]) =>
  (words: readonly string[]): readonly string[] =>
    words.filter((word) => !dropped.includes(word));

const RUNTIME: Variant = {
  has: (tag) => !isBuildTag(tag),
  none: 'build-only',
  steps: () => [
    { change: without('dev'), changes: [] },
    // Socket Firewall stands before the package managers of the build variant; what runs needs none.
    { change: without('sfw', 'ent', 'dev'), changes: [] },
    { change: without('jdk', 'dev'), changes: [{ kind: 'jdk-to-jre' }] },
    { change: without('sdk'), changes: [{ kind: 'sdk-to-runtime' }] },
  ],
};

const BUILD: Variant = {
  has: isBuildTag,
  none: 'no-build-variant',
  steps({ tail }) {
    const flavour = tail.split('-').filter(Boolean);
    return [
      { change: (words) => [...words, 'dev'], changes: [] },
      {
        change: ([version = '', ...others]) => [version, 'jdk', ...others, 'dev'],
        changes: [{ kind: 'jre-to-jdk' }],
      },
      {
        change: ([version = '', ...others]) => [version, 'sdk', ...others],
        changes: [{ kind: 'runtime-to-sdk' }],
      },
      {
        change: (words) => [...without(...flavour)(words), 'dev'],
        changes: [{ kind: 'dropped', word: flavour.join('-') }],
      },
    ];
  },
};

function twin(repository: string, tag: string, variant: Variant): Twin | NoTwin | undefined {
  const image = catalogImage(repository);
  const listed = image?.tags.get(tag);
  if (image === undefined) return undefined;
  return listed === undefined ? inferredTwin(image, tag, variant) : listedTwin(image, listed, variant);
}

function listedTwin(image: CatalogImage, tag: CatalogTag, variant: Variant): Twin | NoTwin | undefined {
  if (variant.has(tag)) return undefined;
  for (const step of variant.steps(tag)) {
    const listed = image.tags.get(applied(step, tag.tag));
    if (listed?.system === tag.system && variant.has(listed))
      return { tag: listed.tag, listed, changes: step.changes };
  }
  return { missing: [...image.tags.values()].some(variant.has) ? 'not-listed' : variant.none };
}

/** An older release has the twin that all tags of its shape have. */
function inferredTwin(image: CatalogImage, tag: string, variant: Variant): Twin | NoTwin | undefined {
  const alike = likeTags(image, tag);
  const [first] = alike;
  if (first === undefined || alike.some(variant.has)) return undefined;
  const step = variant
    .steps(first)
    .find((each) => alike.every((like) => isStepOf(image, like, each, variant)));
  if (step !== undefined) return { tag: applied(step, tag), changes: step.changes };
  return [...image.tags.values()].some(variant.has) ? undefined : { missing: variant.none };
}

function isStepOf(image: CatalogImage, tag: CatalogTag, step: Step, variant: Variant): boolean {
  const other = image.tags.get(applied(step, tag.tag));
  return other?.system === tag.system && variant.has(other);
}

function applied({ change }: Step, tag: string): string {
  return change(tag.split('-')).join('-');
}
