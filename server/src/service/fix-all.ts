import { type Fix } from '../rules/rule';
import { conflict, type Edit } from '../text/edit';
import { EditedText } from '../text/edited-text';
import { type Finding } from './finding';

/** Fixes may lay bare what other fixes settle; a text that is still not at rest after this many rounds is left so. */
const mostRounds = 10;

/**
 * All safe fixes made, round after round, until the text rests. Where two conflict, the first one in the text goes
 * first and the other is looked at again in the next round.
 * @param look the findings of a text.
 * @param wanted which of them to repair; all safe ones where absent.
 */
export function fixAll(
  text: string,
  look: (text: string) => readonly Finding[],
  wanted: (finding: Finding) => boolean = () => true,
): readonly Edit[] {
  const edited = new EditedText(text);
  let present = text;
  for (let round = 0; round < mostRounds; round++) {
    const fixes = look(present)
      .filter(wanted)
      .flatMap(({ fix }) => (fix === undefined || fix.others !== undefined ? [] : [fix]));
    const edits = withoutConflicts(fixes);
    if (edits.length === 0) break;
    edited.apply(edits);
    present = edited.text;
  }
  return edited.edits();
}

/** The edits of as many fixes as go together, each whole, sorted by place. An edit that two fixes share counts once. */
export function withoutConflicts(fixes: readonly Fix[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { edits } of fixes) {
    const added = edits.filter((edit) => !taken.some((other) => same(other, edit)));
    if (added.some((edit) => taken.some((other) => conflict(edit, other)))) continue;
    taken.push(...added);
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}

function same(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}
