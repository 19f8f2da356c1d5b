import type { ReportingDescriptor } from 'sarif';
import { type Finding } from '../../service/finding';
import { type ListedRule } from '../../service/rule-list';

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note', off: 'none' } as const;

/**
 * A rule as SARIF describes it, with its page as help.
 * @param finding one of what it found: a rule that the list lacks is described by that alone.
 * @param page in Markdown.
 */
export function sarifRule(
  { rule: id, url, language }: Finding,
  rule: ListedRule | undefined,
  page: string | undefined,
): ReportingDescriptor {
  const summary = rule?.summary ?? id;
  const same = Object.entries(rule?.sameAs ?? {}).flatMap(([tool, names]) =>
    names.map((name) => `${tool}: ${name}`),
  );
  const text = [summary, ...(same.length > 0 ? [`Same as ${same.join(', ')}.`] : []), url].join('\n\n');
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    helpUri: url,
    help: page === undefined ? { text } : { text, markdown: page },
    defaultConfiguration: {
      level: levels[rule?.severity.recommended ?? 'warning'],
      enabled: rule?.severity.recommended !== 'off',
    },
    properties: { tags: ['security', 'container', language], ...(rule && { since: rule.since }) },
  };
}
