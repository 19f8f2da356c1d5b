import assert from 'node:assert/strict';
import { type Rule } from '../../server/src/rules/rule';
import { type Finding } from '../../server/src/service/finding';
import { faults } from './faults';
import { look, type LookOptions } from './look';

/** Law 4: the fixed text parses, the finding is gone, no rule says anything new. */
export function assertFixIsKept(
  rule: Rule,
  before: string,
  after: string,
  options: LookOptions,
  what: string,
): void {
  const { language } = rule;
  assert.ok(faults(language, after) <= faults(language, before), `${what}: the text no longer parses`);
  const was = look(language, before, options);
  const is = look(language, after, options);
  assert.ok(
    count(is, rule.meta.id) < count(was, rule.meta.id),
    `${what}: the finding is still there\n${after}`,
  );
  for (const { rule: id, message } of is)
    assert.ok(count(is, id) <= count(was, id), `${what}: new finding ${id}: ${message}\n${after}`);
}

function count(findings: readonly Finding[], id: string): number {
  return findings.filter(({ rule }) => rule === id).length;
}
