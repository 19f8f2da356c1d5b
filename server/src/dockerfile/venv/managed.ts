import { flagValue } from '../../shell/flags';
import { known, UNKNOWN, type Known } from '../../text/known';
import { isIn } from '../artefacts/places';
import { chainOf } from '../chain';
import { environmentOf } from '../command-environment';
import { type Stage } from '../model';
import { resolvePath } from '../paths';
import { uvCallsUpTo, type UvCall } from '../uv/uv-calls';
import { commandsOf, instructionsOf } from '../walk';
import { copiedSources } from './copied';
import { leavesAlone } from './left-alone';
import { pythonsIn } from './pythons';

/**
 * The folder that uv keeps the Pythons in that it downloads, with `~` where it lies in a home that is not known.
 * @see https://docs.astral.sh/uv/reference/storage/#python-versions
 */
export function managedFolder({ stage, run, command }: UvCall): Known<string> {
  const { workdir, user } = stage.before(run);
  const flag = flagValue(command, '--install-dir');
  if (flag !== undefined) return flag.literal ? resolvePath(flag.value, workdir) : UNKNOWN;
  const variables = [
    ['UV_PYTHON_INSTALL_DIR', ''],
    ['XDG_DATA_HOME', '/uv/python'],
    ['HOME', '/.local/share/uv/python'],
  ] as const;
  for (const [name, rest] of variables) {
    const value = environmentOf(stage, run, command, name);
    if (value.state === 'unknown') return UNKNOWN;
    if (value.state === 'known' && value.value !== '') return resolvePath(`${value.value}${rest}`, workdir);
  }
  return known(`${user.isRoot === true ? '/root' : '~'}/.local/share/uv/python`);
}

/** Whether a stage certainly gets none of the Pythons that uv keeps in a folder of another stage. */
export function lacksManaged(stage: Stage, folder: Known<string>): boolean {
  if (folder.state !== 'known' || pythonsIn(stage) === undefined || uvCallsUpTo(stage).length > 0)
    return false;
  // A home that is not known is one of these.
  const places = folder.value.startsWith('~') ? ['/root', '/home'] : [folder.value];
  const chain = chainOf(stage);
  const isLeftAlone = chain.every((each) =>
    instructionsOf(each, 'RUN').every((run) =>
      commandsOf(run).every((command) => leavesAlone({ stage: each, run, command }, places)),
    ),
  );
  if (!isLeftAlone) return false;
  return chain
    .flatMap((each) => instructionsOf(each, 'COPY'))
    .filter(({ flags }) => flags.some(({ name }) => name === 'from'))
    .every((copy) => copiedSources(copy).every(({ path }) => !mayHold(path, folder.value)));
}

/** Whether a copied path may hold some of what lies in a folder of uv's. */
function mayHold(path: string | undefined, folder: string): boolean {
  if (path === undefined || /[*?[]/.test(path)) return true;
  // Any folder may be the home of somebody, but an environment is not.
  if (folder.startsWith('~')) return !/\/\.?venv$/.test(path) && !/\/uvx?$/.test(path);
  return isIn(path, folder) || isIn(folder, path) || path.includes('python');
}
