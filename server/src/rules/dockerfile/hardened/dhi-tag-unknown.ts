import { catalogImage, catalogSource } from '../../../image/catalog/catalog';
import { nearestRepository, nearestTag } from '../../../image/catalog/nearest-tag';
import { unlistedPart, type Unlisted } from '../../../image/catalog/unlisted';
import { hardenedRepository } from '../../../image/hardened-name';
import { pinningOf } from '../../../image/pinning';
import { type Span } from '../../../text/span';
import { dockerfileRule } from '../../rule';
import { allImageUses, type ImageUse } from '../images/image-uses';
import { defaultSpan, inStep, switchUses, type UseSwitch } from '../images/switch-uses';

export const dhiTagUnknown = dockerfileRule({
  id: 'dhi-tag-unknown',
  summary: 'A hardened image must be one that the catalogue lists.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    repository: 'The catalogue of {date} has no hardened image "{name}", so there is probably none to pull.',
    line: 'No tag of {image} in the catalogue of {date} is of the release line {name}: an older image may still be there, but gets no fixes.',
    system:
      'No tag of {image} in the catalogue of {date} stands on {name}: an older image may still be there, but gets no fixes.',
    words:
      'No tag of {image} in the catalogue of {date} reads "…-{name}", so there is probably none to pull.',
    bare: 'No tag of {image} in the catalogue of {date} is a version alone, so there is probably none to pull: name the variant, too.',
  },
  since: '0.1.0',
  about: 'hardened images',
  check({ dockerfile, context, options, report }) {
    if (catalogSource() === undefined) return;
    const date = catalogSource()?.date.slice(0, 10) ?? '';
    const found = allImageUses(dockerfile, context.namedContexts).flatMap((use): readonly Unknown[] => {
      // A repository that is only called dhi-… may be somebody's own.
      const repository = hardenedRepository(use.image, options);
      if (repository === undefined || use.image.digest !== undefined) return [];
      const image = catalogImage(repository);
      if (image === undefined)
        return isPlainlyHardened(use, options.hardenedImageMirrors)
          ? [unknownRepository(use, repository)]
          : [];
      const { tag } = use.image;
      const part = pinningOf(use.image) === 'tag' && tag !== undefined ? unlistedPart(image, tag) : undefined;
      if (part === undefined || tag === undefined) return [];
      const nearest = nearestTag(image, tag)?.tag;
      return [
        {
          use,
          repository,
          part,
          title: `Change to the tag "${nearest ?? ''}"`,
          to: nearest && `${use.image.name}:${nearest}`,
        },
      ];
    });
    const changes = found.map((each) => ({ ...each, change: changeOf(each) }));
    const groups = inStep(changes.flatMap(({ change }) => change ?? []));
    for (const { use, repository, part, title, change } of changes)
      report({
        message: part?.name === '' ? 'bare' : (part?.what ?? 'repository'),
        severity: part === undefined ? 'warning' : 'info',
        at: defaultSpan(dockerfile, use, true) ?? partSpan(use, part === undefined ? 'name' : 'tag'),
        data: { date, image: use.image.name, name: part?.name ?? repository },
        offers: [change && switchUses(dockerfile, change, groups, title)],
      });
  },
});

interface Unknown {
  readonly use: ImageUse;
  readonly repository: string;
  /** Absent where the repository is what is not known. */
  readonly part?: Unlisted;
  readonly title: string;
  /** The reference that was probably meant. */
  readonly to: string | undefined;
}

function isPlainlyHardened({ image }: ImageUse, mirrors: readonly string[]): boolean {
  return (
    image.repository.startsWith('dhi.io/') ||
    mirrors.some((mirror) => mirror !== '' && image.name.startsWith(mirror))
  );
}

function unknownRepository(use: ImageUse, repository: string): Unknown {
  const nearest = nearestRepository(repository);
  const { name, text } = use.image;
  const isLast = name.endsWith(repository);
  const to =
    nearest !== undefined && isLast
      ? name.slice(0, name.length - repository.length) + nearest + text.slice(name.length)
      : undefined;
  return { use, repository, title: `Change to ${nearest ?? ''}`, to };
}

/** What is wrong in the same way changes together: the build variant and the runtime variant of one line. */
function changeOf({ use, repository, part, to }: Unknown): UseSwitch | undefined {
  return to === undefined
    ? undefined
    : { use, to, key: `${repository} ${part?.what ?? ''} ${part?.name ?? ''}` };
}

function partSpan({ image, span, verbatim }: ImageUse, part: 'name' | 'tag'): Span {
  const inside = part === 'name' ? image.nameSpan : image.tagSpan;
  if (!verbatim || inside === undefined) return span;
  return { start: span.start + inside.start, end: span.start + inside.end };
}
