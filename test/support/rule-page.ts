import { type Language } from '../../server/src/rules/rule';

/** A fenced block of a page: ` ```dockerfile files=uv.lock,pyproject.toml`. */
export interface Example {
  readonly language: Language;
  readonly code: string;
  /** What lies at the root of the build context. */
  readonly files: readonly string[];
}

/** Text of each `##` section by its heading. */
export function sectionsOf(page: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  for (const part of page.split(/^## /m).slice(1)) {
    const end = part.indexOf('\n');
    sections.set(part.slice(0, end).trim(), part.slice(end).trim());
  }
  return sections;
}

export function examplesOf(page: string, section: string): readonly Example[] {
  const text = sectionsOf(page).get(section) ?? '';
  return [...text.matchAll(/^```(dockerfile|yaml)([^\n]*)\n([^]*?)^```/gm)].map(
    ([, fence, info = '', code = '']) => ({
      language: fence === 'dockerfile' ? 'dockerfile' : 'compose',
      code,
      files: /files=(\S+)/.exec(info)?.[1]?.split(',') ?? [],
    }),
  );
}
