import { type CopyInstruction, type RunInstruction } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { instructionsOf } from '../../../dockerfile/walk';
import { catalogImage } from '../../../image/catalog/catalog';
import { unlistedPart } from '../../../image/catalog/unlisted';
import { hardenedRepository } from '../../../image/hardened-name';
import { type ImageReference } from '../../../image/reference';
import { isUvImage, mayNameInstaller, newestUv, pinnedUvInstaller, pinnedUvTag } from '../../../image/uv';
import { type ShellScript } from '../../../shell/model';
import { insert, replace, type Edit } from '../../../text/edit';
import { type Source } from '../../../text/source';
import { type Span } from '../../../text/span';
import { dockerfileRule, type RuleOptions } from '../../rule';
import { allImageUses } from '../images/image-uses';

export const uvImageUnpinned = dockerfileRule({
  id: 'uv-image-unpinned',
  summary: 'uv must be taken in a version that is written down.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    image: '{image} names no version of uv, so each build may get another one. Name the version or a digest.',
    installer:
      'This installs whatever version of uv is newest on the day of the build. Name the version in the address.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, context, source, options, report }) {
    for (const { image, span, verbatim } of allImageUses(dockerfile, context.namedContexts)) {
      const tag = isUvImage(image) ? pinnedUvTag(image) : undefined;
      if (tag === undefined) continue;
      const offer = { title: `Change to :${tag}`, edits: [changeTag(image, span, tag)] };
      const isOffered = verbatim && isListed(image, tag, options);
      report({ message: 'image', at: span, data: { image: image.text }, offers: isOffered ? [offer] : [] });
    }
    for (const instruction of instructionsOf(dockerfile, ['ADD', 'RUN'], { triggers: true }))
      for (const { url, span, pinned } of newestInstallers(instruction)) {
        const edit = changeAddress(source, span, url, pinned);
        report({
          message: 'installer',
          at: span,
          offers: [edit && { title: `Change to version ${newestUv}`, edits: [edit] }],
        });
      }
  },
});

/** False for the tag of a hardened image that the catalogue does not know: dhi-tag-unknown would speak of it. */
function isListed(image: ImageReference, tag: string, options: RuleOptions): boolean {
  const repository = hardenedRepository(image, options);
  const listed = repository === undefined ? undefined : catalogImage(repository);
  return listed === undefined || unlistedPart(listed, tag) === undefined;
}

function changeTag({ tagSpan, nameSpan }: ImageReference, { start }: Span, tag: string): Edit {
  return tagSpan === undefined
    ? insert(start + nameSpan.end, `:${tag}`)
    : replace({ start: start + tagSpan.start, end: start + tagSpan.end }, tag);
}

/** The address of an installer that installs whatever is newest. */
interface NewestInstaller {
  readonly url: string;
  readonly span: Span;
  /** The address of the installer of one version. */
  readonly pinned: string;
}

function newestInstallers(instruction: CopyInstruction | RunInstruction): readonly NewestInstaller[] {
  if (instruction.keyword === 'RUN')
    return instruction.script === undefined ? NONE : newestInScript(instruction.script);
  return instruction.sources.flatMap(
    ({ text, span }) => newestAt(text.replace(/^"(.*)"$/, '$1'), span) ?? [],
  );
}

const NONE: readonly NewestInstaller[] = [];

const newestInScript = factOf(({ text, commands }: ShellScript): readonly NewestInstaller[] =>
  mayNameInstaller(text.text)
    ? commands.flatMap(({ args }) => args.flatMap(({ value, span }) => newestAt(value, span) ?? []))
    : NONE,
);

function newestAt(url: string, span: Span): NewestInstaller | undefined {
  const pinned = pinnedUvInstaller(url);
  return pinned === undefined ? undefined : { url, span, pinned };
}

/** Absent where the address does not stand in the document as it is read. */
function changeAddress(source: Source, span: Span, url: string, pinned: string): Edit | undefined {
  const written = source.slice(span);
  const at = written.indexOf(url);
  return at < 0 ? undefined : replace({ start: span.start + at, end: span.start + at + url.length }, pinned);
}
