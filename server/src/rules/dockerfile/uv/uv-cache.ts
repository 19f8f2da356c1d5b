import { environmentOf, isOn } from '../../../dockerfile/command-environment';
import { type Mount, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { hasFlag } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { uv } from '../../../shell/package-managers/python';
import { UNKNOWN, type Known } from '../../../text/known';
import { folderPath } from '../packages/kept-cache';

/** Where a call of uv keeps its cache. */
export function uvCacheFolder(stage: Stage, run: RunInstruction, command: ShellCommand): Known<string> {
  const [folder] = uv.caches;
  return folder === undefined ? UNKNOWN : folderPath(folder, stage, run, command);
}

/** Whether the call keeps no cache; `undefined` where it may keep none. */
export function keepsNoCache(stage: Stage, run: RunInstruction, command: ShellCommand): boolean | undefined {
  const { flags, variables } = uv.noCache;
  if (hasFlag(command, ...flags)) return true;
  let told: boolean | undefined = false;
  for (const name of variables) {
    const each = isOn(environmentOf(stage, run, command, name));
    if (each === true) return true;
    if (each === undefined) told = undefined;
  }
  return told;
}

/** The cache mount that the folder lies in. Where the folder is not known, one whose name says that it is meant for uv. */
export function mountForUvCache({ mounts }: RunInstruction, folder: Known<string>): Mount | undefined {
  return mounts.find(({ type, target }) => {
    if (type !== 'cache' || target.state !== 'known') return false;
    if (folder.state !== 'known') return /(?:^|[/._-])uv(?:$|[/._-])/.test(target.value);
    return folder.value === target.value || folder.value.startsWith(`${target.value}/`);
  });
}
