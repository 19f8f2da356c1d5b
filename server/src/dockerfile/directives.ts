import { type Directive } from './model';

/** @see https://docs.docker.com/reference/dockerfile/#parser-directives */
const NAMES = new Set(['syntax', 'escape', 'check']);
const FORM = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*/;

/**
 * Reads the comment `text` (from its `#`, without trailing blanks) that stands at `start` as a parser directive.
 * Absent where it is none, or repeats one: BuildKit then looks for no more of them.
 */
export function readDirective(
  text: string,
  start: number,
  before: readonly Directive[],
): Directive | undefined {
  const form = FORM.exec(text);
  const name = form?.[1]?.toLowerCase() ?? '';
  if (form === null || !NAMES.has(name) || form[0].length === text.length) return undefined;
  if (before.some((directive) => directive.name === name)) return undefined;
  const end = start + text.length;
  return {
    name,
    value: text.slice(form[0].length),
    span: { start, end },
    valueSpan: { start: start + form[0].length, end },
  };
}

/** The escape character that the directives set; a value that is none counts for nothing. */
export function escapeOf(directives: readonly Directive[]): '\\' | '`' {
  return directives.find(({ name }) => name === 'escape')?.value === '`' ? '`' : '\\';
}
