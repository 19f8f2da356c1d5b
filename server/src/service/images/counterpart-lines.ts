import { counterpartOf } from '../../image/counterpart/counterpart';
import { describeChange } from '../../image/counterpart/describe';
import { type Counterpart, type Role } from '../../image/counterpart/model';
import { type ImageReference } from '../../image/reference';
import { code } from './markdown';
import { type ImageUse } from './sites';

/** Which hardened image can take the place of one that is none: paragraphs of Markdown, none where there is no such. */
export function counterpartLines(image: ImageReference, use: ImageUse): readonly string[] {
  const roles: readonly Role[] =
    use.kind === 'base' && use.role === 'build' ? ['build', 'runtime'] : ['runtime', 'build'];
  const [best, other] = roles.flatMap((role) => found(image, role) ?? []);
  if (best === undefined) return [];
  const names = [`Hardened counterpart: ${code(best.counterpart.reference)}`];
  if (other !== undefined)
    names.push(`${other.role === 'build' ? 'to build' : 'to run'}: ${code(other.counterpart.reference)}`);
  const changes = best.counterpart.changes.map((change) => `- ${describeChange(change)}`);
  return [names.join(' · '), changes.join('\n')];
}

function found(
  image: ImageReference,
  role: Role,
): { readonly role: Role; readonly counterpart: Counterpart } | undefined {
  const answer = counterpartOf(image, role);
  return answer !== undefined && 'tag' in answer ? { role, counterpart: answer } : undefined;
}
