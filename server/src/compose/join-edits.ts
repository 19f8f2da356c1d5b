import { type Edit } from '../text/edit';
import { type Source } from '../text/source';

/**
 * Edits that were made apart, joined so that they can be made together: lines that one adds after a line that another takes
 * away stand in its place.
 */
export function joinEdits(source: Source, edits: readonly Edit[]): readonly Edit[] {
  const removals = edits.filter(({ span }) => span.end > span.start);
  const joined = new Map(removals.map((edit) => [edit, edit]));
  const rest: Edit[] = [];
  for (const edit of edits) {
    if (removals.includes(edit)) continue;
    const at = edit.span.start;
    const around = removals.find(({ span }) => span.start < at && at < span.end);
    const so = around && joined.get(around);
    if (around === undefined || so === undefined) rest.push(edit);
    else
      joined.set(around, {
        span: so.span,
        newText: so.newText + edit.newText.replace(/^\r?\n/, '') + source.eol,
      });
  }
  return [...joined.values(), ...rest];
}
