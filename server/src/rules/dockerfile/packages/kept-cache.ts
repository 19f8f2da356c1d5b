import { chainOf } from '../../../dockerfile/chain';
import { environmentOf } from '../../../dockerfile/command-environment';
import { type Mount, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { resolvePath } from '../../../dockerfile/paths';
import { commandsOf } from '../../../dockerfile/walk';
import { flagValue, hasFlag } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { type CacheFolder } from '../../../shell/package-managers/manager';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { known, UNKNOWN, type Known } from '../../../text/known';
import { mayRemove, removesFolder } from './removed-folder';
import { packageCommandsOf } from './package-runs';

/** A folder that a call downloads into. */
export interface KeptFolder {
  readonly folder: CacheFolder;
  /** Where it lies for this call. */
  readonly path: Known<string>;
}

/** Whether the call downloads something that the layer then certainly keeps. */
export function keepsCache(stage: Stage, run: RunInstruction, call: PackageCommand): boolean {
  const { manager, command } = call;
  if (manager.caches.length === 0 || isTold(stage, run, call)) return false;
  const folders = foldersOf(stage, run, call);
  if (folders.some((each) => run.mounts.some((mount) => covers(mount, each)))) return false;
  const { start } = command.span;
  const { removals, cleanings } = cleanUpOf(run);
  return (
    !removals.some(
      (each) =>
        each.span.start > start && folders.some(({ folder, path }) => removesFolder(each, folder.path, path)),
    ) && !cleanings.some((each) => each.command.span.start > start && cleans(each, call))
  );
}

/** What a RUN has of commands that take something away. */
interface CleanUp {
  readonly removals: readonly ShellCommand[];
  readonly cleanings: readonly PackageCommand[];
}

const gathered = new ModelMap<RunInstruction, CleanUp>();

function cleanUpOf(run: RunInstruction): CleanUp {
  let found = gathered.get(run);
  if (found === undefined) {
    found = {
      removals: commandsOf(run).filter(mayRemove),
      cleanings: packageCommandsOf(run).filter(({ manager, action }) => manager.clean.includes(action)),
    };
    gathered.set(run, found);
  }
  return found;
}

/** Whether it is told to keep nothing, or may be: by a flag, perhaps out of a variable, or by the environment. */
export function isTold(
  stage: Stage,
  run: RunInstruction,
  { manager, command, written }: PackageCommand,
): boolean {
  const { flags, variables } = manager.noCache;
  return (
    hasFlag(command, ...flags) ||
    (variables.length > 0 && standsOnUnnamed(stage)) ||
    variables.some((name) => environmentOf(stage, run, written, name).state !== 'absent') ||
    (flags.length > 0 && mayHoldFlags(command))
  );
}

/** Whether nothing names the image below, which may set any variable. */
function standsOnUnnamed(stage: Stage): boolean {
  const { base } = chainOf(stage).at(-1) ?? stage;
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
    const { image, facts } = (chainOf(stage).at(-1) ?? stage).base;
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
