import { type ShellCommand } from '../../shell/model';
import { flagValue } from '../../shell/flags';
import { known, valueOf } from '../../text/known';
import { type Interpreter } from '../../image/interpreters';
import { folderOfPath } from '../artefacts/places';
import { type RunInstruction, type Stage } from '../model';
import { type VenvPython } from './model';
import { pythonsIn, type Pythons } from './pythons';

/** The Python that `python3 -m venv` and its like take; none where that cannot be told. */
export function pythonsForModule(
  stage: Stage,
  run: RunInstruction,
  command: ShellCommand,
): readonly VenvPython[] {
  const pythons = pythonsIn(stage, run);
  if (pythons === undefined) return [];
  const flag = flagValue(command, '-p', '--python');
  if (flag?.literal === false) return [];
  const program = flag?.value ?? (command.name.startsWith('python') ? command.program?.value : 'python3');
  return (program === undefined ? undefined : pythonNamed(program, pythons)) ?? [];
}

/**
 * The Python that a name (`python3`, `3.12`, `python3.12`, none at all) or a path finds, in a list; an empty one where
 * there is none, absent where that cannot be told.
 */
export function pythonNamed(
  name: string,
  { found, mayHaveMore }: Pythons,
): readonly VenvPython[] | undefined {
  if (name.startsWith('/')) {
    const folder = folderOfPath(name);
    const there = found.filter((each) => each.folder === folder);
    return there.length === 1 && !mayHaveMore(folder) ? there.map(asVenvPython) : undefined;
  }
  const match = /^(?:python|cpython-?)?(?:3(?:\.(\d+)(?:\.\d+)?)?)?$/.exec(name);
  if (match === null) return undefined;
  const version = match[1] === undefined ? undefined : `3.${match[1]}`;
  const candidates =
    version === undefined ? found : found.filter((each) => (valueOf(each.version) ?? version) === version);
  const [first] = candidates;
  if (first === undefined) return mayHaveMore('/usr/bin') ? undefined : [];
  // Where a version is asked for, one whose version is not known may be it or not.
  return version !== undefined && first.version.state !== 'known' ? undefined : [asVenvPython(first)];
}

function asVenvPython({ folder, version }: Interpreter): VenvPython {
  return { managed: false, folder: known(folder), version };
}
