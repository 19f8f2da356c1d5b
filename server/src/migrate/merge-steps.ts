import { type Edit } from '../text/edit';
import { type Step } from './plan';

/**
 * Steps whose edits do not touch each other. Where two of them do, the one that comes later in the list gives way: its
 * edit joins the other one where both insert at the same place, and is left out where it lies inside of it.
 */
export function withoutConflicts(steps: readonly Step[]): readonly Step[] {
  const kept: { readonly edit: Edit; readonly step: number }[] = [];
  const edits = steps.map((): Edit[] => []);
  const same = new Set<string>();
  for (const [index, step] of steps.entries())
    for (const edit of step.edits) {
      const key = `${edit.span.start} ${edit.span.end} ${edit.newText}`;
      if (same.has(key)) continue;
      same.add(key);
      const other = kept.find(({ edit: before }) => touch(before, edit));
      if (other === undefined) {
        kept.push({ edit, step: index });
        edits[index]?.push(edit);
        continue;
      }
      const merged = join(other.edit, edit);
      if (merged === undefined) continue;
      const list = edits[other.step] ?? [];
      list[list.indexOf(other.edit)] = merged;
      kept[kept.indexOf(other)] = { edit: merged, step: other.step };
    }
  return steps
    .map((step, index) => ({
      ...step,
      edits: [...(edits[index] ?? [])].sort((a, b) => a.span.start - b.span.start),
    }))
    .filter(({ edits: own }) => own.length > 0)
    .sort((a, b) => weight(a) - weight(b));
}

/** The structure first, then from the top of the file to its end. */
function weight({ id, edits: [first] }: Step): number {
  if (id === 'comments') return Infinity;
  return id === 'split' ? -1 : (first?.span.start ?? 0);
}

function touch(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start || (a.span.start < b.span.end && b.span.start < a.span.end);
}

/** Two insertions at one place, or one at the start of what another replaces. */
function join(before: Edit, after: Edit): Edit | undefined {
  if (before.span.start !== after.span.start) return undefined;
  const isInsertion = ({ span }: Edit): boolean => span.start === span.end;
  if (isInsertion(before)) return { span: after.span, newText: before.newText + after.newText };
  if (isInsertion(after)) return { span: before.span, newText: after.newText + before.newText };
  return undefined;
}
