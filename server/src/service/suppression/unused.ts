import { closest } from '../../text/nearest';
import { pageUrl } from '../../rules/page-url';
import { allRules, rulesOf } from '../../rules/registry';
import { type Fix, type Language, type Rule, type RuleMeta } from '../../rules/rule';
import { type Source } from '../../text/source';
import { type Finding } from '../finding';
import { fillMessage } from '../message';
import { grade } from '../profiles';
import { type Settings } from '../settings';
import { type Applied } from './apply';
import { type SuppressedId, type Suppression } from './comment';

/** Not a rule that looks at a model, but set, silenced and documented like one. */
export const unusedSuppression: RuleMeta = {
  id: 'unused-suppression',
  summary: 'An ignore comment must silence something.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    unused: 'Nothing here breaks "{id}", so this ignore comment has no effect.',
    unknown: 'There is no rule "{id}", so this ignore comment has no effect.',
    nearest: 'There is no rule "{id}". Did you mean "{nearest}"?',
  },
  since: '0.1.0',
};

/** Findings for our own ignore comments that do nothing. One for a rule that is switched off is left alone. */
export function unusedSuppressions(
  unused: Applied['unused'],
  source: Source,
  language: Language,
  settings: Settings,
): readonly Finding[] {
  const grading = grade(unusedSuppression, settings);
  if (grading.severity === 'off') return [];
  const { severity } = grading;
  return unused.flatMap(({ suppression, id }) => {
    const named = rulesNamed(id.id, language);
    const isOff = named.length > 0 && named.every(({ meta }) => grade(meta, settings).severity === 'off');
    if (isOff || id.id === unusedSuppression.id) return [];
    const nearest =
      named.length > 0
        ? undefined
        : closest(
            id.id,
            allRules().map(({ meta }) => meta.id),
          );
    const message = named.length > 0 ? 'unused' : nearest === undefined ? 'unknown' : 'nearest';
    const offers: Fix[] = [];
    if (nearest !== undefined)
      offers.push({ title: `Change to "${nearest}"`, edits: [{ span: id.span, newText: nearest }] });
    offers.push(removal(suppression, id, source));
    const finding: Finding = {
      rule: unusedSuppression.id,
      language,
      severity,
      message: fillMessage(unusedSuppression.messages[message] ?? '', {
        id: id.id,
        nearest: nearest ?? '',
      }),
      span: id.span,
      fixKind: 'offer',
      offers,
      related: [],
      tag: 'unnecessary',
      url: pageUrl(unusedSuppression.id),
    };
    return [finding];
  });
}

/** Those of the language; only where it has none, those of the other one. */
function rulesNamed(id: string, language: Language): readonly Rule[] {
  const isNamed = ({ meta }: Rule): boolean => meta.id === id;
  const own = rulesOf(language).filter(isNamed);
  return own.length > 0 ? own : allRules().filter(isNamed);
}

function removal({ ids, comment }: Suppression, id: SuppressedId, source: Source): Fix {
  const title = `Remove the ignore of "${id.id}"`;
  if (ids.length > 1) {
    const at = ids.indexOf(id);
    const next = ids[at + 1];
    const span =
      next === undefined
        ? { start: ids[at - 1]?.span.end ?? id.span.start, end: id.span.end }
        : { start: id.span.start, end: next.span.start };
    return { title, edits: [{ span, newText: '' }] };
  }
  const line = source.lineAt(comment.span.start);
  const before = source.text.slice(source.lineSpan(line).start, comment.span.start);
  const span =
    before.trim() === ''
      ? source.fullLineSpan(line)
      : { start: comment.span.start - (before.length - before.trimEnd().length), end: comment.span.end };
  return { title, edits: [{ span, newText: '' }] };
}
