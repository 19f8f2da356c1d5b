import { type Plan, type Reason, type Refusal } from '../migrate/plan';
import { applyEdits } from '../text/edit';
import { type Source } from '../text/source';

/** A plan for other programs. Lines count from 1. */
export function planJson(path: string, result: Plan | Refusal, source: Source, after: string): string {
  const content =
    result.kind === 'refusal'
      ? { refused: true, reasons: result.reasons }
      : {
          refused: false,
          steps: result.steps.map(({ id, parts = [], edits, ...reason }) => ({
            id,
            ...reasonOf(reason),
            parts: parts.map(reasonOf),
            edits: edits.map(({ span, newText }) => ({ range: source.rangeOf(span), newText })),
          })),
          others: result.others.map(({ id, path: name, source: other, edits, ...reason }) => ({
            id,
            path: name,
            ...reasonOf(reason),
            edits: edits.map(({ span, newText }) => ({ range: other.rangeOf(span), newText })),
            text: applyEdits(other.text, edits),
          })),
          newFiles: result.newFiles.map(({ path: name, text, ...reason }) => ({
            path: name,
            ...reasonOf(reason),
            text,
          })),
          unresolved: result.unresolved.map(({ at, text }) => ({ line: source.lineAt(at.start) + 1, text })),
          text: after,
        };
  return `${JSON.stringify({ version: 1, path, ...content }, undefined, 2)}\n`;
}

function reasonOf({ title, why, confirm }: Reason): Reason {
  return { title, why, ...(confirm !== undefined && { confirm }) };
}
