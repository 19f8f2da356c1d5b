import { addAll } from '../../../compose/edits';
import { type Fix, type Lack } from '../../rule';
import { fixOf } from '../marked';

/** The fix for one thing that a service lacks. Its title says where a person must look at something before. */
export function supply(title: string, { compose, service, additions, check }: Lack): Fix | undefined {
  if (additions.length === 0) return undefined;
  return fixOf(`${title}${reminder(check)}`, addAll(compose, service, additions), check);
}

/** The fix for all that a service lacks; absent where only one thing of it can be added. */
export function harden(lacks: readonly Lack[]): Fix | undefined {
  const supplied = lacks.filter(({ additions }) => additions.length > 0);
  const [first] = supplied;
  if (first === undefined || supplied.length < 2) return undefined;
  const { compose, service } = first;
  const additions = supplied.flatMap((lack) => lack.additions);
  const checks = supplied.flatMap(({ check }) => check ?? []);
  const check = checks.length === 0 ? undefined : checks.join(' ');
  return fixOf(
    `Harden service "${service.name}"${reminder(check)}`,
    addAll(compose, service, additions),
    check,
  );
}

function reminder(check: string | undefined): string {
  return check === undefined ? '' : ' (check that it still works)';
}
