import { type Edit } from '../text/edit';
import { overlaps, touches, type Span } from '../text/span';
import { type Analysis } from './analyse';
import { byWeight, type Finding } from './finding';
import { type Action } from './service';
import { suppressionFixes } from './suppression/write';

/** What can be done about the findings at a place, best first. */
export function actionsAt(
  { findings, model, suppressions }: Analysis,
  at: Span,
  fixRule: (rule: string) => readonly Edit[],
): readonly Action[] {
  if (model === undefined) return [];
  const here = findings
    .filter(({ span }) => overlaps(span, at) || touches(span, at.start) || touches(span, at.end))
    .sort(byWeight);
  return [
    ...here.flatMap(quickFixes),
    ...ruleFixes(here, findings, fixRule),
    ...here.flatMap((finding): readonly Action[] =>
      suppressionFixes(finding, model, suppressions).map((fix) => ({
        fix,
        kind: 'suppress',
        findings: [finding],
        preferred: false,
      })),
    ),
  ];
}

function quickFixes(finding: Finding): readonly Action[] {
  const { fix, offers } = finding;
  const all = fix === undefined ? offers : [fix, ...offers];
  return all.map((each, index) => ({
    fix: each,
    kind: 'quickfix',
    findings: [finding],
    preferred: index === 0,
  }));
}

/** "Fix all of this rule", where the rule has a safe fix in more than one place. */
function ruleFixes(
  here: readonly Finding[],
  all: readonly Finding[],
  fixRule: (rule: string) => readonly Edit[],
): readonly Action[] {
  const rules = new Set(here.filter(({ fix }) => fix !== undefined).map(({ rule }) => rule));
  return [...rules].flatMap((rule): readonly Action[] => {
    const repaired = all.filter((finding) => finding.rule === rule && finding.fix !== undefined);
    if (repaired.length < 2) return [];
    const title = `Fix all "${rule}" problems in this file`;
    return [{ fix: { title, edits: fixRule(rule) }, kind: 'fix-rule', findings: repaired, preferred: false }];
  });
}
