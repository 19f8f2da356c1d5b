import { pageUrl } from '../rules/page-url';
import { type Language, type RuleMeta } from '../rules/rule';
import { type Source } from '../text/source';
import { type Finding } from './finding';
import { fillMessage } from './message';

/** Documents above either are left alone: generated, and too slow to judge while somebody types. */
export const largest = { bytes: 1_000_000, lines: 20_000 } as const;

/** Not a rule that looks at a model, but shown like one, so that silence is not taken for praise. */
export const fileTooLarge: RuleMeta = {
  id: 'file-too-large',
  summary: 'A file must be small enough to be checked while it is edited.',
  severity: 'info',
  fix: 'none',
  messages: { base: 'This file is larger than {limit}, so Bulwark does not check it.' },
  since: '0.1.0',
};

/** The one finding of a document that is too large to be checked; absent where it is not. */
export function tooLarge(source: Source, language: Language): Finding | undefined {
  const limit =
    source.text.length > largest.bytes
      ? '1 MB'
      : source.lineCount > largest.lines
        ? `${largest.lines} lines`
        : undefined;
  if (limit === undefined) return undefined;
  return {
    rule: fileTooLarge.id,
    language,
    severity: 'info',
    message: fillMessage(fileTooLarge.messages['base'] ?? '', { limit }),
    span: source.lineSpan(0),
    fixKind: 'none',
    offers: [],
    related: [],
    url: pageUrl(fileTooLarge.id),
  };
}
