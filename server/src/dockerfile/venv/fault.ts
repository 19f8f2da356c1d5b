import { type Interpreter } from '../../image/interpreters';
import { valueOf } from '../../text/known';
import { type Stage } from '../model';
import { lacksManaged } from './managed';
import { type PlacedVenv, type VenvPython } from './model';
import { pythonsIn } from './pythons';

/** Why an environment that was copied to a stage finds no Python there. */
export interface PythonFault {
  /** `missing`: nothing lies where its Python was. `version`: what lies there is of another version. */
  readonly kind: 'missing' | 'version';
  /** The one that it was made by. */
  readonly python: VenvPython;
  /** The first of the stage's own, or the one at the same place. */
  readonly there?: Interpreter | undefined;
}

/** What is certainly wrong with the Python of an environment; absent where all may be well. */
export function pythonFault(stage: Stage, { venv, copies, path }: PlacedVenv): PythonFault | undefined {
  if (copies.length === 0) return undefined;
  // The Python of the image can read its packages without the environment's own.
  const search = stage.final.variable('PYTHONPATH');
  if (search.state === 'unknown' || (search.state === 'known' && search.value.includes(path)))
    return undefined;
  let first: PythonFault | undefined;
  for (const python of venv.pythons) {
    const fault = faultOf(stage, python);
    if (fault === undefined) return undefined;
    first ??= fault;
  }
  return first;
}

function faultOf(stage: Stage, python: VenvPython): PythonFault | undefined {
  const pythons = pythonsIn(stage);
  if (pythons === undefined) return undefined;
  const [there] = pythons.found;
  if (python.managed)
    return lacksManaged(stage, python.folder) ? { kind: 'missing', python, there } : undefined;
  const folder = valueOf(python.folder);
  if (folder === undefined) return undefined;
  const same = pythons.found.filter((each) => each.folder === folder);
  if (same.length === 0) return pythons.mayHaveMore(folder) ? undefined : { kind: 'missing', python, there };
  const version = valueOf(python.version);
  const isOther =
    version !== undefined &&
    !pythons.mayHaveMore(folder) &&
    same.every((each) => each.version.state === 'known' && each.version.value !== version);
  return isOther ? { kind: 'version', python, there: same[0] } : undefined;
}
