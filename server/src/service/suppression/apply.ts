import { overlaps, type Span } from '../../text/span';
import { type Finding } from '../finding';
import { type SuppressedId, type Suppression } from './comment';

export interface Applied {
  readonly kept: readonly Finding[];
  /** Ids of our own comments that silenced nothing. */
  readonly unused: readonly { readonly suppression: Suppression; readonly id: SuppressedId }[];
}

/** Takes out what the comments silence. */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): Applied {
  if (suppressions.length === 0) return { kept: findings, unused: [] };
  const used = new Set<SuppressedId>();
  const kept = findings.filter((finding) => {
    let silenced = false;
    for (const suppression of suppressions)
      for (const id of suppression.ids)
        if (id.id === finding.rule && reaches(suppression, finding.span)) {
          used.add(id);
          silenced = true;
        }
    return !silenced;
  });
  const unused = suppressions
    .filter(({ tool }) => tool === 'bulwark')
    .flatMap((suppression) =>
      suppression.ids.filter((id) => !used.has(id)).map((id) => ({ suppression, id })),
    );
  return { kept, unused };
}

function reaches({ scope, comment }: Suppression, at: Span): boolean {
  if (scope === 'file') return true;
  const { target } = comment;
  if (target === undefined) return false;
  return overlaps(target, at) || (at.start === at.end && target.start <= at.start && at.end <= target.end);
}
