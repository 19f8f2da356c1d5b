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

/** `info (strict: warning)`. That `minimal` has errors only, and those that it has, need not be said of each rule. */
export function severityText({ recommended, strict }: ListedRule['severity']): string {
  return strict === recommended ? recommended : `${recommended} (strict: ${strict})`;
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
