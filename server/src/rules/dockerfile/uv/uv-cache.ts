import { environmentOf, isOn } from '../../../dockerfile/command-environment';
import { type Mount, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { resolvePath } from '../../../dockerfile/paths';
import { flagValue, hasFlag } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { known, UNKNOWN, type Known } from '../../../text/known';

/** Where a call of uv keeps its cache: https://docs.astral.sh/uv/reference/storage/#cache-directory */
export function uvCacheFolder(stage: Stage, run: RunInstruction, command: ShellCommand): Known<string> {
  const { workdir, user } = stage.before(run);
  const flag = flagValue(command, '--cache-dir');
  if (flag !== undefined) return flag.literal ? resolvePath(flag.value, workdir) : UNKNOWN;
  const variables = [
    ['UV_CACHE_DIR', ''],
    ['XDG_CACHE_HOME', '/uv'],
    ['HOME', '/.cache/uv'],
  ] as const;
  for (const [name, rest] of variables) {
    const value = environmentOf(stage, run, command, name);
    if (value.state === 'known' && value.value !== '') return resolvePath(`${value.value}${rest}`, workdir);
    if (value.state === 'unknown') return UNKNOWN;
  }
  return user.isRoot === true ? known('/root/.cache/uv') : UNKNOWN;
}

/** Whether the call keeps no cache; `undefined` where it may keep none. */
export function keepsNoCache(stage: Stage, run: RunInstruction, command: ShellCommand): boolean | undefined {
  if (hasFlag(command, '--no-cache', '--no-cache-dir', '-n')) return true;
  return isOn(environmentOf(stage, run, command, 'UV_NO_CACHE'));
}

/** The cache mount that the folder lies in. Where the folder is not known, one whose name says that it is meant for uv. */
export function mountForUvCache({ mounts }: RunInstruction, folder: Known<string>): Mount | undefined {
  return mounts.find(({ type, target }) => {
    if (type !== 'cache' || target.state !== 'known') return false;
    if (folder.state !== 'known') return /(?:^|[/._-])uv(?:$|[/._-])/.test(target.value);
    return folder.value === target.value || folder.value.startsWith(`${target.value}/`);
  });
}
