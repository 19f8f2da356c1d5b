import { overlaps, type Span } from '../../text/span';
import { type Finding } from '../finding';
import { type SuppressedId, type Suppression } from './comment';

export interface Applied<F extends Finding = Finding> {
  readonly kept: readonly F[];
  readonly silenced: readonly F[];
  /** Ids of our own comments that silenced nothing. */
  readonly unused: readonly { readonly suppression: Suppression; readonly id: SuppressedId }[];
}

/** Takes out what the comments silence. */
export function applySuppressions<F extends Finding>(
  findings: readonly F[],
  suppressions: readonly Suppression[],
): Applied<F> {
  if (suppressions.length === 0) return { kept: findings, silenced: [], unused: [] };
  const used = new Set<SuppressedId>();
  const silenced: F[] = [];
  const kept = findings.filter((finding) => {
    let isSilenced = false;
    for (const suppression of suppressions)
      for (const id of suppression.ids)
        if (id.id === finding.rule && reaches(suppression, finding.span)) {
          used.add(id);
          isSilenced = true;
        }
    if (isSilenced) silenced.push(finding);
    return !isSilenced;
  });
  const unused = suppressions
    .filter(({ tool }) => tool === 'bulwark')
    .flatMap((suppression) =>
      suppression.ids.filter((id) => !used.has(id)).map((id) => ({ suppression, id })),
    );
  return { kept, silenced, unused };
}

function reaches({ scope, comment }: Suppression, at: Span): boolean {
  if (scope === 'file') return true;
  const { target } = comment;
  if (target === undefined) return false;
  return overlaps(target, at) || (at.start === at.end && target.start <= at.start && at.end <= target.end);
}
