import { isIn } from '../../dockerfile/artefacts/places';
import { rootBase } from '../../dockerfile/artefacts/root-image';
import { type Linking } from '../../dockerfile/artefacts/artefact';
import { type Stage } from '../../dockerfile/model';
import { packageCommandsOf } from '../../dockerfile/package-commands';
import { resolvePath } from '../../dockerfile/paths';
import { commandFolder } from '../../dockerfile/command-folder';
import { operands } from '../../shell/flags';
import { type ShellCommand } from '../../shell/model';
import { valueOf } from '../../text/known';
import { buildSystem } from '../hardened-base';
import { copyOfLibraries } from '../packages/copy-lines';
import { closureOf, type Closure } from '../packages/libraries';
import { packageUse } from '../packages/needed-at-run';
import { type Unresolved } from '../plan';
import { unknownLibraries } from '../ship/libraries';
import { isCpp, linkingOf } from './c/libraries';
import { isTool, madeProgram, type MadeProgram } from './c/made-program';
import { readCompiled, standsOnSystem } from './compiled/read-compiled';
import { type Call, type CommandRole, type Language, type Reading, type Shipment } from './language';

/** C and C++ with a compiler, make or cmake: the program, and the libraries that it loads. */
export const c: Language = {
  id: 'c',
  name: 'C, C++',
  read(shipment) {
    const { image } = shipment;
    const isPlace = standsOnSystem(shipment) || (image?.repository ?? '').startsWith('gcr.io/distroless/cc-');
    const program = isPlace ? madeProgram(shipment) : undefined;
    const linking = program && linkingOf(shipment, program);
    if (program === undefined || linking === undefined) return undefined;
    const loaded = loadedLibraries(shipment, program, linking);
    const reading = readCompiled(shipment, {
      program,
      linking,
      steps: [],
      unresolved: loaded.unresolved,
      lines: loaded.lines,
      isToolchain: isTool,
      isBuildVariable: (name) => /^(?:CC|CXX|LD|AR|C(?:PP|XX)?FLAGS|LDFLAGS|MAKEFLAGS|CMAKE_\w+)$/.test(name),
      ignore: ['build', '*.o'],
      why: 'Of all that compiling needs, only the program has to run.',
    });
    if (reading === undefined) return undefined;
    return {
      ...reading,
      commands: rolesOf(shipment, program, reading),
      drops: {
        title: 'Copy libraries instead of installing them',
        why: 'The runtime image has no package manager. The builder has the same libraries, as the program is compiled against them.',
      },
      ...compilerFor(shipment, program),
    };
  },
};

interface Loaded {
  readonly lines: readonly string[];
  readonly unresolved: readonly Unresolved[];
}

function loadedLibraries(shipment: Shipment, program: MadeProgram, linking: Linking): Loaded {
  if (linking === 'static') return { lines: [], unresolved: [] };
  const { stage, isOwn } = program;
  const at = shipment.stage.from.span;
  const from = isOwn ? 'builder' : (stage.name ?? String(stage.index));
  const system = isOwn ? shipment.build?.listed.system : buildSystem(stage);
  const unresolved: Unresolved[] = [];
  const lines: string[] = [];
  const closures = new Map<string, Closure>();
  const cpp = isCpp(shipment, program);
  // https://hub.docker.com/_/gcc: its own library of C++ lies there
  if (cpp === true && !isOwn && isGccImage(stage))
    lines.push(
      `COPY --from=${from} /usr/local/lib64/libstdc++.so.6 /usr/local/lib64/libgcc_s.so.1 /usr/lib/`,
    );
  else if (cpp === true) closures.set('C++', { libraries: ['libstdc++.so.6', 'libgcc_s.so.1'], files: [] });
  else if (cpp === undefined)
    unresolved.push({
      at,
      text: 'Whether the program is C++ is not known. If it is, link it with `-static-libstdc++ -static-libgcc`, or copy libstdc++ and libgcc_s from the builder: the `static` image has neither.',
      comment: 'if the program is C++, link it with -static-libstdc++ -static-libgcc.',
    });
  // What the builder of a stage that is split installs, the core copies on.
  for (const name of isOwn ? [] : headersOf(program)) {
    const closure = closureOf(name, system);
    if (closure === undefined) unresolved.push({ at, ...unknownLibraries([name]) });
    else closures.set(name, closure);
  }
  lines.push(...copyOfLibraries(shipment.dockerfile, closures, { from, repository: 'static', system }));
  return { lines, unresolved };
}

function isGccImage(stage: Stage): boolean {
  return rootBase(stage).image?.repository === 'docker.io/library/gcc';
}

/** Packages that the program may have been compiled against. */
function headersOf({ stage }: MadeProgram): readonly string[] {
  return stage.effects.packages.map(({ name }) => name).filter((name) => packageUse(name) === 'headers');
}

/** Libraries that are copied from the builder because the program is compiled against them. */
function loadedByProgram(program: MadeProgram): ReadonlySet<string> {
  const system = buildSystem(program.stage);
  const all = headersOf(program).flatMap((name) => closureOf(name, system)?.libraries ?? []);
  return new Set([...all, 'libstdc++.so.6', 'libgcc_s.so.1']);
}

function rolesOf(
  { calls }: Shipment,
  program: MadeProgram,
  { commands }: Reading,
): ReadonlyMap<ShellCommand, CommandRole> {
  const roles = new Map(commands);
  const loaded = loadedByProgram(program);
  const isCopied = (name: string, system: string | undefined): boolean => {
    const closure = closureOf(name, system);
    return closure?.files.length === 0 && closure.libraries.every((library) => loaded.has(library));
  };
  for (const call of calls) {
    const { command, run } = call;
    if (/^(?:cp|mv|install)$/.test(command.name) && bringsIt(call, program.path))
      roles.set(command, 'installs');
    const installed = packageCommandsOf(run).find(({ written }) => written === command);
    if (
      installed !== undefined &&
      installed.operands.length > 0 &&
      installed.manager.install.includes(installed.action) &&
      installed.operands.some(({ value }) => isCopied(value, buildSystem(call.stage))) &&
      installed.operands.every(
        ({ value }) => isCopied(value, buildSystem(call.stage)) || packageUse(value) === 'present',
      )
    )
      roles.set(command, 'drop');
  }
  return roles;
}

function bringsIt({ stage, run, command }: Call, path: string): boolean {
  const target = operands(command, ['-m', '--mode']).at(-1);
  const resolved = target && valueOf(resolvePath(target.value, commandFolder(stage, run, command)));
  return resolved !== undefined && (resolved === path || isIn(path, resolved));
}

/** There is no hardened image with GCC in it, so the builder installs that of Debian. */
function compilerFor({ chain }: Shipment, { stage, isOwn }: MadeProgram): Pick<Reading, 'prepare' | 'why'> {
  const root = chain.at(-1);
  if (!isOwn || root === undefined || !isGccImage(root)) return {};
  const before = stage.instructions.find(({ keyword }) => keyword !== 'ARG') ?? stage.from;
  return {
    prepare: {
      before,
      lines: [
        'RUN apt-get update && apt-get install -y --no-install-recommends build-essential && rm -rf /var/lib/apt/lists/*',
      ],
    },
    why: 'There is no hardened image with GCC in it, so the builder installs that of Debian, which may be another version. Only the program has to run, and the `static` image has the C library that it loads.',
  };
}
