import { type Language } from '../../server/src/rules/rule';
import { type ListedRule } from '../../server/src/service/rule-list';

export const languageNames: Readonly<Record<Language, string>> = {
  dockerfile: 'Dockerfile',
  compose: 'Compose',
};

const toolNames: Readonly<Record<string, string>> = {
  hadolint: 'hadolint',
  buildkit: 'BuildKit',
  trivy: 'Trivy',
  checkov: 'Checkov',
  kics: 'KICS',
  semgrep: 'Semgrep',
  composeLint: 'compose-lint',
  dclint: 'dclint',
  tally: 'tally',
  sonar: 'Sonar',
};

/** `warning (minimal: off, strict: error)`: what differs from the recommended profile is named. */
export function severityText({ recommended, minimal, strict }: ListedRule['severity']): string {
  const others = [
    ...(minimal === recommended ? [] : [`minimal: ${minimal}`]),
    ...(strict === recommended ? [] : [`strict: ${strict}`]),
  ];
  return others.length === 0 ? recommended : `${recommended} (${others.join(', ')})`;
}

export function sameAsText(rules: readonly ListedRule[]): string {
  const byTool = new Map<string, Set<string>>();
  for (const { sameAs } of rules)
    for (const [tool, names] of Object.entries(sameAs)) {
      const all = byTool.get(tool) ?? new Set();
      for (const name of names) all.add(name);
      byTool.set(tool, all);
    }
  return [...byTool]
    .map(([tool, names]) => `${toolNames[tool] ?? tool} ${[...names].join(', ')}`)
    .join(' · ');
}
