import { isIn } from '../../dockerfile/artefacts/places';
import { rootBase } from '../../dockerfile/artefacts/root-image';
import { type Linking } from '../../dockerfile/artefacts/artefact';
import { packageCommandsOf } from '../../dockerfile/package-commands';
import { resolvePath } from '../../dockerfile/paths';
import { commandFolder } from '../../dockerfile/command-folder';
import { operands } from '../../shell/flags';
import { type ShellCommand } from '../../shell/model';
import { valueOf } from '../../text/known';
import { closureOf } from '../packages/libraries';
import { packageUse } from '../packages/needed-at-run';
import { type Unresolved } from '../plan';
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

/** Packages of libraries that are copied from the builder, where the program is compiled against them. */
const libraries = new Set([
  'libstdc++6',
  'libstdc++',
  'libssl3',
  'libssl3t64',
  'libsqlite3-0',
  'libxml2',
  'libffi8',
  'libyaml-0-2',
]);

interface Loaded {
  readonly lines: readonly string[];
  readonly unresolved: readonly Unresolved[];
}

function loadedLibraries(shipment: Shipment, program: MadeProgram, linking: Linking): Loaded {
  const from = program.isOwn ? 'builder' : (program.stage.name ?? String(program.stage.index));
  if (linking === 'static') return { lines: [], unresolved: [] };
  const at = shipment.stage.from.span;
  const isGcc = rootBase(program.stage).image?.repository === 'docker.io/library/gcc' && !program.isOwn;
  const folder = isGcc ? '/usr/local/lib64' : linking === 'musl' ? '/usr/lib' : '/usr/lib/*-linux-gnu';
  const files: string[] = [];
  const unresolved: Unresolved[] = [];
  const cpp = isCpp(shipment, program);
  if (cpp === true) files.push(`${folder}/libstdc++.so.6*`, `${folder}/libgcc_s.so.1`);
  if (cpp === undefined)
    unresolved.push({
      at,
      text: 'Whether the program is C++ is not known. If it is, link it with `-static-libstdc++ -static-libgcc`, or copy libstdc++ and libgcc_s from the builder: the `static` image has neither.',
      comment: 'if the program is C++, link it with -static-libstdc++ -static-libgcc.',
    });
  for (const { name } of program.stage.effects.packages) {
    if (packageUse(name) !== 'headers') continue;
    const closure = linking === 'glibc' ? closureOf(name) : undefined;
    if (closure === undefined && !program.isOwn)
      unresolved.push({
        at,
        text: `What is compiled against \`${name}\` loads that library when it runs. Which files belong to it is not known here: copy it from the builder, or link it in.`,
        comment: `the library of ${name} is not in what ships: copy it, or link it in.`,
      });
    // What the builder of a stage that is split installs, the core copies on.
    if (!program.isOwn) files.push(...(closure ?? []).map((each) => `/usr/lib/*-linux-gnu/${each}`));
  }
  return {
    lines: files.length === 0 ? [] : [`COPY --from=${from} ${[...new Set(files)].join(' ')} /usr/lib/`],
    unresolved,
  };
}

function rolesOf(
  { calls }: Shipment,
  { path }: MadeProgram,
  { commands }: Reading,
): ReadonlyMap<ShellCommand, CommandRole> {
  const roles = new Map(commands);
  for (const call of calls) {
    const { command, run } = call;
    if (/^(?:cp|mv|install)$/.test(command.name) && bringsIt(call, path)) roles.set(command, 'installs');
    const installed = packageCommandsOf(run).find(({ written }) => written === command);
    if (
      installed !== undefined &&
      installed.operands.length > 0 &&
      installed.manager.install.includes(installed.action) &&
      installed.operands.some(({ value }) => libraries.has(value)) &&
      installed.operands.every(({ value }) => libraries.has(value) || packageUse(value) === 'present')
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
  if (!isOwn || root?.base.image?.repository !== 'docker.io/library/gcc') return {};
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
