import { type CopyInstruction, type Mount, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { resolvePath } from '../../../dockerfile/paths';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { atRoot, cargoCommand, cargoTargetFolder, folderOf, isIn } from './cargo-command';

/** A RUN whose build puts its files into a cache mount, and so into no layer. */
export interface CachedTarget {
  readonly run: RunInstruction;
  readonly mount: Mount;
  /** Where the mount is. */
  readonly folder: string;
}

const builds = new Set(['build', 'rustc', 'zigbuild', 'auditable']);

/** The builds of a stage and of those that it stands on that put their files into a cache mount. */
export function cachedTargets(stage: Stage): readonly CachedTarget[] {
  return chainOf(stage).flatMap((each) =>
    instructionsOf(each, 'RUN').flatMap((run) => {
      const caches = run.mounts.filter(({ type }) => type === 'cache');
      if (caches.length === 0) return [];
      return targetFoldersOf(each, run).flatMap((target) => {
        const mount = caches.find((cache) => holds(cache, target));
        const folder = mount && valueOf(mount.target);
        return mount === undefined || folder === undefined ? [] : [{ run, mount, folder }];
      });
    }),
  );
}

/**
 * Whether something else of the stage may put files under the folder, into a layer: a RUN without the mount that names a
 * path there or builds there, or a COPY.
 */
export function isFilledOtherwise(stage: Stage, folder: string): boolean {
  return chainOf(stage).some((each) =>
    instructionsOf(each, ['RUN', 'COPY', 'ADD']).some((instruction) =>
      instruction.keyword === 'RUN'
        ? !isMounted(instruction, folder) && names(each, instruction, folder)
        : copiesInto(instruction, folder),
    ),
  );
}

function chainOf(stage: Stage): readonly Stage[] {
  const chain: Stage[] = [];
  for (let each: Stage | undefined = stage; each !== undefined; each = each.base.stage) chain.push(each);
  return chain;
}

function targetFoldersOf(stage: Stage, run: RunInstruction): readonly string[] {
  return commandsOf(run).flatMap((command) => {
    if (!builds.has(cargoCommand(command)?.verb ?? '')) return [];
    return valueOf(cargoTargetFolder(stage, run, command)) ?? [];
  });
}

/** Programs that may name a path without putting anything there. */
const fillsNothing = new Set([
  'ls',
  'cat',
  'file',
  'stat',
  'du',
  'find',
  'test',
  '[',
  'rm',
  'echo',
  'strip',
  'ldd',
]);

function isMounted({ mounts }: RunInstruction, folder: string): boolean {
  return mounts.some(
    (mount) => mount.type === 'cache' && (mount.target.state === 'unknown' || holds(mount, folder)),
  );
}

function holds({ target }: Mount, path: string): boolean {
  return target.state === 'known' && isIn(path, target.value);
}

function names(stage: Stage, run: RunInstruction, folder: string): boolean {
  if (targetFoldersOf(stage, run).some((each) => isIn(each, folder))) return true;
  return commandsOf(run).some((command) => {
    if (fillsNothing.has(command.name)) return false;
    const here = folderOf(stage, run, command);
    return command.args.some(({ value }) => {
      const path = valueOf(resolvePath(value, here));
      return path === undefined ? value.includes('target') : isIn(path, folder);
    });
  });
}

function copiesInto({ destinationPath }: CopyInstruction, folder: string): boolean {
  const path = valueOf(destinationPath);
  return path === undefined || isIn(path, folder);
}

/** The absolute path that a source of `COPY --from` names, as far as its first variable. */
export function copiedPath(source: string): string {
  const plain = source.replace(/^"(.*)"$/, '$1');
  const certain = plain.includes('$')
    ? plain.slice(0, plain.lastIndexOf('/', plain.indexOf('$')) + 1)
    : plain;
  return valueOf(resolvePath(certain, atRoot)) ?? '/';
}
