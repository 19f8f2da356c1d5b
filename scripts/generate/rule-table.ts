import { type ListedRule } from '../../server/src/service/rule-list';
import { languageNames, severityText } from './words';

/** The table of all rules, with links that start with `base`. */
export function ruleTable(rules: readonly ListedRule[], base: string): string {
  return (['dockerfile', 'compose'] as const)
    .map((language) => {
      const rows = rules
        .filter((rule) => rule.language === language)
        .map(
          ({ id, severity, fix, summary }) =>
            `| [${id}](${base}${id}.md) | ${severityText(severity)} | ${fix === 'none' ? '' : fix} | ${summary} |`,
        );
      return [
        `### ${languageNames[language]}`,
        '',
        '| rule | severity | fix | what it asks for |',
        '| --- | --- | --- | --- |',
        ...rows,
      ].join('\n');
    })
    .join('\n\n');
}

/** Puts the text between the marks of a document; throws where the marks are missing. */
export function between(document: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name}: generated -->`, `<!-- end of ${name} -->`];
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The marks "${start}" and "${end}" are missing.`);
  return `${document.slice(0, from + start.length)}\n\n${text}\n\n${document.slice(to)}`;
}
