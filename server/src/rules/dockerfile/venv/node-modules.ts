import { isIn } from '../../../dockerfile/artefacts/places';
import { stageCopiesOf } from '../../../dockerfile/artefacts/stage-copies';
import { chainOf, rootOf } from '../../../dockerfile/chain';
import { commandFolder } from '../../../dockerfile/command-folder';
import { type CopyInstruction, type Stage } from '../../../dockerfile/model';
import { packageCommandsOf } from '../../../dockerfile/package-commands';
import { copiedSources } from '../../../dockerfile/venv/copied';
import { leavesAlone } from '../../../dockerfile/venv/left-alone';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { imageNode } from '../../../image/interpreters';
import { valueOf } from '../../../text/known';
import { type Span } from '../../../text/span';

/** Modules that were installed for another Node than the stage has, and that hold native parts. */
export interface ForeignModules {
  readonly at: Span;
  /** False where only the compilers of the build stage speak for native parts. */
  readonly isCertain: boolean;
  readonly made: string;
  readonly version: string;
  readonly builder: Stage;
}

/** The `node_modules` that a stage copies from a stage of another Node. */
export function foreignModules(stage: Stage): readonly ForeignModules[] {
  const copies = stageCopiesOf(stage);
  const version = copies.length === 0 ? undefined : nodeOf(stage);
  if (version === undefined) return [];
  return copies.flatMap(({ copy, from: builder }) => {
    const made = nodeOf(builder);
    if (made === undefined || made === version) return [];
    const source = modulesIn(copy, builder);
    const native = source && nativeParts(builder);
    if (source === undefined || native === undefined || mayRebuild(stage, copy)) return [];
    return [{ at: source, isCertain: native === 'named', made, version, builder }];
  });
}

/** Major version of the Node that a stage's image has, where the stage brings no other. */
function nodeOf(stage: Stage): string | undefined {
  const { base } = rootOf(stage);
  const node = base.image && valueOf(imageNode(base.image, base.facts));
  return node && valueOf(node.version);
}

/** The source of a copy that is a `node_modules`, or a folder that packages were installed in. */
function modulesIn(copy: CopyInstruction, builder: Stage): Span | undefined {
  if (copy.flags.some(({ name }) => name === 'exclude' || name === 'parents')) return undefined;
  const folders = installFolders(builder);
  return copiedSources(copy).find(
    ({ path }) =>
      path !== undefined &&
      !/[*?[]/.test(path) &&
      folders.some((folder) => isIn(`${folder}/node_modules`.replace('//', '/'), path)),
  )?.argument.span;
}

/** Folders that an npm, yarn or pnpm of the stage installs the packages of a project in. */
function installFolders(stage: Stage): readonly string[] {
  return chainOf(stage).flatMap((each) =>
    instructionsOf(each, 'RUN').flatMap((run) =>
      packageCommandsOf(run).flatMap(({ manager, action, command, written }) => {
        if (!/^(?:npm|yarn|pnpm)$/.test(manager.name)) return [];
        if (!manager.install.includes(action) && !manager.restore.includes(action) && action !== 'install')
          return [];
        if (
          command.args.some(({ value }) =>
            /^(?:-g|--global|--prefix|--cwd|--ignore-scripts|-C|--dir)(?:=|$)/.test(value),
          )
        )
          return [];
        return valueOf(commandFolder(each, run, written)) ?? [];
      }),
    ),
  );
}

/**
 * Packages whose native part is bound to one version of Node, unlike those on Node-API.
 * @see https://nodejs.org/api/addons.html
 */
const BOUND = new Set([
  'better-sqlite3',
  'deasync',
  'heapdump',
  'isolated-vm',
  'libxmljs',
  'node-sass',
  're2',
  'v8-profiler',
]);

const COMPILERS = new Set(['build-base', 'build-essential', 'g++', 'gcc-c++']);

function nativeParts(stage: Stage): 'named' | 'compilers' | undefined {
  const called = chainOf(stage).flatMap((each) => instructionsOf(each, 'RUN').flatMap(packageCommandsOf));
  const has = (names: ReadonlySet<string>): boolean =>
    called.some(
      ({ manager, action, operands }) =>
        manager.install.includes(action) &&
        operands.some(({ value }) => names.has(value.replace(/(?<=.)[@=].*$/, ''))),
    );
  if (has(BOUND)) return 'named';
  return has(COMPILERS) && has(PYTHON) ? 'compilers' : undefined;
}

/** node-gyp is a program of Python: https://github.com/nodejs/node-gyp#installation */
const PYTHON = new Set(['python3', 'python', 'py3-setuptools']);

function mayRebuild(stage: Stage, copy: CopyInstruction): boolean {
  const destination = valueOf(copy.destinationPath);
  if (destination === undefined) return true;
  return chainOf(stage).some((each) =>
    instructionsOf(each, 'RUN').some(
      (run) =>
        run.script?.complete !== true ||
        commandsOf(run).some(
          (command) =>
            /^(?:npm|npx|yarn|pnpm|node|corepack|n|nvm)$/.test(command.name) ||
            !leavesAlone({ stage: each, run, command }, [destination, '/usr/local/bin']),
        ),
    ),
  );
}
