import { rootOf } from '../../../dockerfile/chain';
import { environmentOf } from '../../../dockerfile/command-environment';
import { type Mount, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { packageCommandsIn } from '../../../dockerfile/package-commands';
import { resolvePath } from '../../../dockerfile/paths';
import { flagValue, hasFlag } from '../../../shell/flags';
import { type ShellCommand, type ShellScript } from '../../../shell/model';
import { type CacheFolder } from '../../../shell/package-managers/manager';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { known, UNKNOWN, type Known } from '../../../text/known';
import { removalBy, removesFolder, type Removal } from './removed-folder';

/** A folder that a call downloads into. */
export interface KeptFolder {
  readonly folder: CacheFolder;
  /** Where it lies for this call. */
  readonly path: Known<string>;
}

/** Whether the call downloads something that the layer then certainly keeps. */
export function keepsCache(stage: Stage, run: RunInstruction, call: PackageCommand): boolean {
  return call.manager.caches.length > 0 && !isTold(stage, run, call) && leavesCache(stage, run, call);
}

/** Whether what a call keeps that is not told to keep nothing goes into the layer, and is not taken away again. */
export function leavesCache(stage: Stage, run: RunInstruction, call: PackageCommand): boolean {
  const { manager, command } = call;
  if (manager.caches.length === 0) return false;
  const { start } = command.span;
  const { removals, cleanings } = cleanUpOf(run);
  if (cleanings.some((each) => each.command.span.start > start && cleans(each, call))) return false;
  // Where a folder lies is asked last: it hangs on the environment.
  const later = removals.filter((each) => each.start > start);
  if (later.length === 0 && run.mounts.length === 0) return true;
  return !foldersOf(stage, run, call).some(
    (each) =>
      run.mounts.some((mount) => covers(mount, each)) ||
      later.some((removal) => removesFolder(removal, each.folder.path, each.path)),
  );
}

/** What a script has of commands that take something away. */
interface CleanUp {
  readonly removals: readonly Removal[];
  readonly cleanings: readonly PackageCommand[];
}

const nothing: CleanUp = { removals: [], cleanings: [] };

function cleanUpOf({ script }: RunInstruction): CleanUp {
  return script === undefined ? nothing : cleanUpIn(script);
}

const cleanUpIn = factOf((script: ShellScript): CleanUp => {
  const removals: Removal[] = [];
  for (const command of script.commands) {
    const removal = removalBy(command);
    if (removal !== undefined) removals.push(removal);
  }
  const cleanings = packageCommandsIn(script).filter(({ manager, action }) => manager.clean.includes(action));
  return { removals, cleanings };
});

/** Whether it is told to keep nothing, or may be: by a flag, perhaps out of a variable, or by the environment. */
export function isTold(
  stage: Stage,
  run: RunInstruction,
  { manager, command, written }: PackageCommand,
): boolean {
  const { flags, variables } = manager.noCache;
  return (
    (flags.length > 0 && hasFlag(command, ...flags)) ||
    (variables.length > 0 && standsOnUnnamed(stage)) ||
    variables.some((name) => environmentOf(stage, run, written, name).state !== 'absent') ||
    (flags.length > 0 && mayHoldFlags(command))
  );
}

/** Whether nothing names the image below, which may set any variable. */
function standsOnUnnamed(stage: Stage): boolean {
  const { base } = rootOf(stage);
  return base.resolved.state !== 'known';
}

/** Flags may come out of a variable. */
export function mayHoldFlags({ args }: ShellCommand): boolean {
  return args.some(({ value, literal }) => !literal && /^["']?\$/.test(value) && /FLAG|OPT|ARG/i.test(value));
}

/** Managers of one family keep one cache. */
const families: readonly (readonly string[])[] = [
  ['dnf', 'yum', 'microdnf'],
  ['apt', 'aptitude'],
  ['pip', 'pipx'],
];

function cleans(other: PackageCommand, { manager }: PackageCommand): boolean {
  const isKin =
    other.manager === manager ||
    families.some((family) => family.includes(manager.name) && family.includes(other.manager.name));
  return isKin;
}

/** The folders that the call downloads into. */
export function foldersOf(
  stage: Stage,
  run: RunInstruction,
  { manager, written }: PackageCommand,
): readonly KeptFolder[] {
  return manager.caches.map((folder) => ({ folder, path: folderPath(folder, stage, run, written) }));
}

/** Where such a folder lies for a call; unknown where the home or a variable is. */
export function folderPath(
  folder: CacheFolder,
  stage: Stage,
  run: RunInstruction,
  command: ShellCommand,
): Known<string> {
  const { workdir, user } = stage.before(run);
  const flag = folder.flags.length > 0 ? flagValue(command, ...folder.flags) : undefined;
  if (flag !== undefined) return flag.literal ? resolvePath(flag.value, workdir) : UNKNOWN;
  for (const [name, rest] of folder.variables) {
    const value = environmentOf(stage, run, command, name);
    if (value.state === 'known' && value.value !== '') return resolvePath(`${value.value}${rest}`, workdir);
    if (value.state === 'unknown') return UNKNOWN;
  }
  if (Object.keys(folder.inImages).length > 0) {
    const { image, facts } = rootOf(stage).base;
    if (image === undefined) return UNKNOWN;
    const path = folder.inImages[image.repository.slice(image.repository.lastIndexOf('/') + 1)];
    // A hardened image of the same name is built another way.
    if (path !== undefined && facts.hardened === undefined) return known(path);
  }
  if (!folder.path.startsWith('~/')) return known(folder.path);
  const home = environmentOf(stage, run, command, 'HOME');
  if (home.state === 'known' && home.value.startsWith('/'))
    return known(`${home.value}${folder.path.slice(1)}`);
  return home.state === 'absent' && user.isRoot === true ? known(`/root${folder.path.slice(1)}`) : UNKNOWN;
}

/** Whether what is written to the folder goes into a mount and so into no layer; a mount of unknown target may be it. */
function covers({ type, target }: Mount, { folder, path }: KeptFolder): boolean {
  if (type !== 'cache' && type !== 'tmpfs' && type !== 'bind') return false;
  if (target.state === 'absent') return false;
  if (target.state === 'unknown') return true;
  if (path.state === 'known') return isAround(target.value, path.value) || isAround(path.value, target.value);
  const tail = folder.path.replace(/^~/, '');
  return target.value.endsWith(tail) || target.value.endsWith(tail.slice(0, tail.lastIndexOf('/')) || tail);
}

function isAround(outer: string, inner: string): boolean {
  return outer === '/' || outer === inner || inner.startsWith(`${outer}/`);
}
