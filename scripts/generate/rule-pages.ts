import { type ListedRule } from '../../server/src/service/rule-list';
import { languageNames, sameAsText, severityText } from './words';

const startMark = '<!-- head: generated -->';
const endMark = '<!-- end of head -->';

/** A rule's page with its head made anew; all below the head is written by hand and kept. */
export function rulePage(rules: readonly ListedRule[], present: string | undefined): string {
  const body = present === undefined ? '' : present.slice(present.indexOf(endMark) + endMark.length).trim();
  const kept = present?.includes(endMark) === false ? present.trim() : body;
  return `${head(rules)}\n\n${kept}\n`;
}

function head(rules: readonly ListedRule[]): string {
  const [first] = rules;
  if (first === undefined) return '';
  const summaries = [...new Set(rules.map(({ summary }) => summary))];
  const rows: [string, string][] = [
    ['Language', rules.map(({ language }) => languageNames[language]).join(', ')],
  ];
  for (const rule of rules) rows.push([label('Severity', rule, rules), severityText(rule.severity)]);
  for (const rule of rules) rows.push([label('Fix', rule, rules), fixText[rule.fix]]);
  const same = sameAsText(rules);
  if (same !== '') rows.push(['Same as', same]);
  for (const [name, text] of Object.entries(first.options)) rows.push(['Option', `\`${name}\`: ${text}`]);
  rows.push(['Since', first.since]);
  const unique = rows.filter(
    ([name, text], at) => rows.findIndex((row) => row[0] === name && row[1] === text) === at,
  );
  return [
    `# ${first.id}`,
    '',
    startMark,
    ...summaries.flatMap((summary) => [summary, '']),
    '| | |',
    '| --- | --- |',
    ...unique.map(([name, text]) => `| ${name} | ${text} |`),
    '',
    endMark,
  ].join('\n');
}

/** Names the language in a row's label where the languages differ. */
function label(name: 'Severity' | 'Fix', rule: ListedRule, rules: readonly ListedRule[]): string {
  const text = (each: ListedRule): string => (name === 'Fix' ? each.fix : severityText(each.severity));
  return rules.every((other) => text(other) === text(rule))
    ? name
    : `${name} (${languageNames[rule.language]})`;
}

const fixText: Readonly<Record<ListedRule['fix'], string>> = {
  safe: 'safe: part of *fix all*',
  offer: 'offered as a quick fix',
  none: 'none: the file does not hold what it takes',
};
