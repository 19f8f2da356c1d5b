import { type Base } from '../../../dockerfile/model';
import { isPlaceholder } from '../../../image/placeholder';
import { parseReference, type ReferenceFault } from '../../../image/reference';
import { replace } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { dockerfileRule, type Fix } from '../../rule';

export const imageReferenceInvalid = dockerfileRule({
  id: 'image-reference-invalid',
  summary: 'What FROM names must be a valid image reference.',
  severity: 'error',
  fix: 'safe',
  messages: {
    uppercase: 'The name of an image has no upper-case letters, so the build fails.',
    digest: 'This is no digest: `sha256:` and 64 hexadecimal digits are. The build fails.',
    tag: 'This is no tag: it may have letters, digits, dots, dashes and underscores, 128 at most. The build fails.',
    format: 'This is no valid image reference, so the build fails.',
  },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    for (const { base } of dockerfile.stages) {
      const { text, span, stage, isScratch } = base;
      // What variables make of it is said by arg-default-invalid-in-from, placeholders by dhi-placeholder-tag.
      if (text === '' || stage !== undefined || isScratch || /[$"{}'\\`]/.test(text) || isPlaceholder(text))
        continue;
      if (dockerfile.source.slice(span) !== text) continue;
      if (context.namedContexts.includes(text)) continue;
      const parsed = parseReference(text);
      if (!('fault' in parsed) || parsed.fault === 'empty') continue;
      const { at, fix } = repair(base, parsed.fault);
      // A stage of that name further down may be meant.
      report({ message: parsed.fault, at, fix: dockerfile.stage(text) === undefined ? fix : undefined });
    }
  },
});

/** The part that is wrong, and the only right way to write it where there is one. */
function repair(
  { text, span }: Base,
  fault: ReferenceFault,
): { readonly at: Span; readonly fix?: Fix | undefined } {
  const digestAt = text.indexOf('@');
  const named = digestAt < 0 ? text : text.slice(0, digestAt);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const nameEnd = colon < 0 ? named.length : colon;
  if (fault === 'digest') return { at: { start: span.start + digestAt + 1, end: span.end } };
  if (fault === 'tag') {
    const end = span.start + named.length;
    // Of an empty tag there is the colon alone to mark.
    return { at: { start: Math.min(span.start + nameEnd + 1, end - 1), end } };
  }
  if (fault !== 'uppercase') return { at: span };
  const at = { start: span.start, end: span.start + nameEnd };
  const lower = text.slice(0, nameEnd).toLowerCase();
  return { at, fix: { title: `Change to "${lower}"`, edits: [replace(at, lower)] } };
}
