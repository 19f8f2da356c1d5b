import { type RuleMeta, type Severity } from '../rules/rule';
import { type Profile, type Settings } from './settings';

export const profiles: readonly Profile[] = ['minimal', 'recommended', 'strict'];

/** The severity that a profile gives a rule: `minimal` keeps errors only, `strict` has everything. */
export function severityIn(profile: Profile, meta: RuleMeta): Severity | 'off' {
  switch (profile) {
    case 'minimal':
      return meta.severity === 'error' ? 'error' : 'off';
    case 'recommended':
      return meta.severity;
    case 'strict':
      return meta.strict ?? (meta.severity === 'off' ? 'info' : meta.severity);
  }
}

/** What decides the severity of one finding. */
export interface Grading {
  /** `off`: the rule does not run. */
  readonly severity: Severity | 'off';
  /** True where a person chose the severity, so that a rule's own grading of a finding gives way. */
  readonly chosen: boolean;
}

export function grade(meta: RuleMeta, settings: Settings): Grading {
  const chosen = settings.rules[meta.id];
  if (chosen !== undefined) return { severity: chosen, chosen: true };
  const { ruleSet, profile } = settings;
  if (ruleSet !== undefined && isAfter(meta.since, ruleSet)) return { severity: 'off', chosen: false };
  return { severity: severityIn(profile, meta), chosen: false };
}

/** Whether a version is later than another one, which stands for all of its own where it names only their beginning. */
export function isAfter(version: string, last: string): boolean {
  const [own, limit] = [version.split('.').map(Number), last.split('.').map(Number)];
  for (const [at, part] of limit.entries()) {
    const difference = (own[at] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return false;
}
