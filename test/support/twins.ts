import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { type Language } from '../../server/src/rules/rule';
import { applyEdits, replace } from '../../server/src/text/edit';
import { Source } from '../../server/src/text/source';

/** The same document written in another way, for which a rule must say and do the same. */
export interface Twin {
  readonly name: string;
  readonly turn: (text: string) => string;
}

/** The twins that a text has; a text that already is one is left alone. */
export function twinsOf(language: Language, code: string): readonly Twin[] {
  const twins: Twin[] = [];
  if (!code.includes('\r')) twins.push({ name: 'CRLF', turn: (text) => text.replaceAll('\n', '\r\n') });
  if (!code.startsWith('\uFEFF')) twins.push({ name: 'BOM', turn: (text) => `\uFEFF${text}` });
  if (language === 'dockerfile') {
    if (/^ {4}/m.test(code) && !/^ {1,3}\S/m.test(code) && !code.includes('<<'))
      twins.push({ name: 'tabs', turn: (text) => text.replace(/^(?: {4})+/gm, tabs) });
    if (hasOnlyContinuations(code)) twins.push({ name: 'escape=`', turn: backTicks });
  }
  return twins;
}

function tabs(blanks: string): string {
  return '\t'.repeat(blanks.length / 4);
}

/** Whether every backslash ends its line, so that each can become a back-tick. */
function hasOnlyContinuations(code: string): boolean {
  return !/^#\s*\w+\s*=/.test(code) && !code.includes('`') && !/\\(?!\n)/.test(code) && code.includes('\\\n');
}

function backTicks(text: string): string {
  return `# escape=\`\n${text.replace(/\\$/gm, '`')}`;
}

/** A Dockerfile with each of its keywords written small, triggers included. */
export function withSmallKeywords(code: string): string {
  const spans = parseDockerfile(new Source(code)).instructions.flatMap((each) => [
    each.keywordSpan,
    ...(each.keyword === 'ONBUILD' && each.trigger !== undefined ? [each.trigger.keywordSpan] : []),
    ...(each.keyword === 'FROM' && each.as !== undefined ? [each.as.keywordSpan] : []),
  ]);
  return applyEdits(
    code,
    spans.map((span) => replace(span, code.slice(span.start, span.end).toLowerCase())),
  );
}
