import { insert, type Edit } from '../../../text/edit';
import { type ContextTree } from '../../../workspace/context-tree';
import { type Fix } from '../../rule';

/**
 * Offers to write lines at the end of the `.dockerignore`, which is created where there is none. Absent where it is not
 * known which file that is.
 */
export function ignoreFix(
  { dockerignore }: ContextTree,
  title: string,
  lines: readonly string[],
): Fix | undefined {
  if (dockerignore === undefined) return undefined;
  const { uri, exists, text } = dockerignore;
  const edits = [appended(text, lines)];
  return { title, edits: [], others: [exists ? { uri, edits } : { uri, create: true, edits }] };
}

function appended(text: string, lines: readonly string[]): Edit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  return insert(text.length, gap + lines.map((line) => `${line}${eol}`).join(''));
}
