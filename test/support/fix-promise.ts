import assert from 'node:assert/strict';
import { type Rule } from '../../server/src/rules/rule';
import { type Finding, rulesOf } from '../../server/src/service/finding';
import { type Severity } from '../../server/src/rules/rule';
import { faults } from './faults';
import { look, type LookOptions } from './look';

/**
 * Rules that name a better image. They are no fault that a fix made: a supported release line has a counterpart where one that
 * ended has none, and once one stage is hardened the others are mixed with it.
 */
const invitations = new Set(['dhi-available', 'dhi-mixed-bases']);

/** What only `strict` asks for, and no fix can bring along where it names an image: its digest stands in no file. */
const nextSteps = new Set(['image-digest-missing']);

/** What the offers of a rule ask a person to look at, as the files alone do not say how to go on. */
const askedAbout: Readonly<Record<string, readonly string[]>> = {
  'user-root': ['port-privileged-nonroot', 'volume-not-writable'],
};

/** Faults that were there before, by the rule whose fix lets them be seen. */
const laidBare: Readonly<Record<string, readonly string[]>> = {
  // Of the variant with a shell more is known, and so what it lacks.
  'oscap-docker-needs-dev': ['healthcheck-missing'],
  // What followed the heredoc stood in it.
  'unclosed-heredoc': ['instruction-casing'],
  // A field is read once it has its right name.
  schema: ['restart-unbounded'],
};

/** Law 4: the fixed text parses, the finding is gone or weighs less, no rule says anything new. */
export function assertFixIsKept(
  rule: Rule,
  before: string,
  after: string,
  options: LookOptions,
  what: string,
  /** What lies around the fixed text, where the fix changes that as well. */
  around = options.around,
): void {
  const { language } = rule;
  assert.ok(faults(language, after) <= faults(language, before), `${what}: the text no longer parses`);
  const was = look(language, before, options);
  const is = look(language, after, { ...options, around });
  assert.ok(
    burden(is, rule.meta.id) < burden(was, rule.meta.id),
    `${what}: the finding is still there\n${after}`,
  );
  for (const finding of is)
    for (const id of rulesOf(finding)) {
      if (invitations.has(id) || nextSteps.has(id) || isExpected(rule, id)) continue;
      assert.ok(count(is, id) <= count(was, id), `${what}: new finding ${id}: ${finding.message}\n${after}`);
    }
}

function isExpected({ meta }: Rule, id: string): boolean {
  return [askedAbout, laidBare].some((known) => known[meta.id]?.includes(id));
}

function count(findings: readonly Finding[], id: string): number {
  return findings.filter((finding) => rulesOf(finding).includes(id)).length;
}

const weights: Readonly<Record<Severity, number>> = { hint: 1, info: 10, warning: 100, error: 1000 };

/** How many findings of a rule there are, and how heavy. */
function burden(findings: readonly Finding[], id: string): number {
  return findings
    .filter((finding) => rulesOf(finding).includes(id))
    .reduce((sum, { severity }) => sum + weights[severity], 0);
}
