import { type Finding, rulesOf } from '../../server/src/service/finding';
import { Source } from '../../server/src/text/source';

/** `line: rule` of every `# expect: <id>[, <id>]` comment, for the first line below it that is neither blank nor comment. */
export function expectedIn(text: string): readonly string[] {
  const source = new Source(text);
  const expected: string[] = [];
  let waiting: string[] = [];
  for (let line = 0; line < source.lineCount; line++) {
    const content = source.slice(source.lineSpan(line)).trim();
    const marker = /^# expect: (.+)$/.exec(content);
    if (marker !== null) waiting.push(...(marker[1] ?? '').split(/,\s*/));
    if (content === '' || content.startsWith('#')) continue;
    expected.push(...waiting.map((id) => `${line + 1}: ${id}`));
    waiting = [];
  }
  return expected.sort();
}

/** The same form for what was found. */
export function foundIn(text: string, findings: readonly Finding[]): readonly string[] {
  const source = new Source(text);
  return findings
    .flatMap((finding) => rulesOf(finding).map((rule) => `${source.lineAt(finding.span.start) + 1}: ${rule}`))
    .sort();
}
