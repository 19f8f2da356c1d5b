import { addLineBefore } from '../../../dockerfile/edits';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { uvCallsUpTo } from '../../../dockerfile/uv/uv-calls';
import { environmentOf } from '../../../dockerfile/command-environment';
import { valueOf } from '../../../text/known';
import { type Fix } from '../../rule';
import { type CopiedVenv } from './target-venvs';

/**
 * Offers to copy the Python that uv downloaded to where the environment is copied, at the same path. Absent where the
 * libraries below differ, and where the build stage is not the one that is copied from.
 */
export function copyPython(dockerfile: Dockerfile, { placed, target, last }: CopiedVenv): Fix | undefined {
  const { venv } = placed;
  const [python, ...others] = venv.pythons;
  const { copy } = last;
  if (python?.managed !== true || others.length > 0) return undefined;
  if (copy.from?.stage !== venv.stage || copy.stage !== target || !sharesLibc(venv.stage, target))
    return undefined;
  const told = environmentOf(venv.stage, venv.run, venv.command, 'UV_PYTHON_INSTALL_DIR');
  const folder = told.state === 'absent' ? '/python' : valueOf(python.folder);
  const [first] = uvCallsUpTo(venv.stage);
  if (folder === undefined || folder.startsWith('~') || first?.stage !== venv.stage) return undefined;
  const line = `COPY --from=${copy.from.text} ${folder} ${folder}`;
  const edits = [addLineBefore(dockerfile, copy, line)];
  if (told.state === 'absent')
    edits.unshift(addLineBefore(dockerfile, first.run, `ENV UV_PYTHON_INSTALL_DIR=${folder}`));
  return { title: `Keep uv's Python in ${folder} and copy it, too`, edits };
}

function sharesLibc(one: Stage, other: Stage): boolean {
  const libc = valueOf(one.base.facts.libc);
  return libc !== undefined && libc !== 'none' && libc === valueOf(other.base.facts.libc);
}
