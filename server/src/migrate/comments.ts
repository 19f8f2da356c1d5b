import { type Dockerfile } from '../dockerfile/model';
import { insert, type Edit } from '../text/edit';
import { type Step, type Unresolved } from './plan';

/** Writes above what stays as it was why it does; nothing where that stands there already. */
export function commentSteps({ source }: Dockerfile, unresolved: readonly Unresolved[]): readonly Step[] {
  const edits: Edit[] = [];
  const places = new Set<number>();
  for (const { at, comment } of unresolved) {
    if (comment === undefined) continue;
    const line = source.lineAt(at.start);
    const { start } = source.lineSpan(line);
    const above = line > 0 ? source.slice(source.lineSpan(line - 1)).trim() : '';
    if (above.startsWith('# bulwark:') || places.has(start)) continue;
    places.add(start);
    edits.push(insert(start, `${source.indentAt(line)}# bulwark: ${comment}${source.eol}`));
  }
  if (edits.length === 0) return [];
  return [
    {
      id: 'comments',
      title: 'Note at the place what stays as it was',
      why: 'Comments that begin with `# bulwark:` say what could not be decided, so that somebody who knows the program can.',
      edits,
    },
  ];
}
