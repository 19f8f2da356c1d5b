import { type InstalledPackage, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { packageCommandsOf } from '../../../dockerfile/package-commands';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { type ShellCommand } from '../../../shell/model';
import { dockerfileRule } from '../../rule';
import { isBuildAid, isBuildTool } from './build-tools';

export const buildToolsInFinal = dockerfileRule({
  id: 'build-tools-in-final',
  summary: 'What only the build needs must not be in the image that ships.',
  severity: 'info',
  fix: 'none',
  messages: {
    base: 'The build needs {packages}, the program does not: in the image they serve an attacker only. Build in a stage of its own and copy the result.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    const [stage] = dockerfile.stages;
    if (stage === undefined || dockerfile.stages.length > 1 || !isProgram(stage)) return;
    const build = lastBuild(stage);
    if (build === undefined) return;
    const left = stage.effects.packages.filter(
      ({ manager, name, instruction }) =>
        systems.has(manager) && instruction.index <= build.index && isBuildAid(name) && !removes(instruction),
    );
    const tool = left.find(({ name }) => isBuildTool(name));
    if (tool !== undefined) report({ message: 'base', at: tool.span, data: { packages: listed(left) } });
  },
});

const systems = new Set(['apt', 'apk', 'dnf', 'yum', 'microdnf', 'zypper', 'pacman']);

/** Whether it is made to be run: it says what, and has files of the project. */
function isProgram(stage: Stage): boolean {
  const starts = instructionsOf(stage, ['CMD', 'ENTRYPOINT']).length > 0;
  return starts && instructionsOf(stage, ['COPY', 'ADD']).some(({ from }) => from === undefined);
}

/** The last RUN that compiles after files of the project were copied. */
function lastBuild(stage: Stage): RunInstruction | undefined {
  const firstCopy = instructionsOf(stage, ['COPY', 'ADD']).find(({ from }) => from === undefined);
  return instructionsOf(stage, 'RUN').findLast(
    (run) => firstCopy !== undefined && run.index > firstCopy.index && commandsOf(run).some(builds),
  );
}

const compilers =
  /^(?:make|gmake|cmake|ninja|meson|scons|bazel|configure|gcc|g\+\+|cc|c\+\+|clang|clang\+\+|gfortran|rustc|javac|mvn|mvnw|gradle|gradlew|ant|sbt|node-gyp)$/;

/** Commands that compile, by their first words; installs of languages build what has no ready-made package. */
const subcommands: Readonly<Record<string, RegExp>> = {
  cargo: /^(?:build|install|b)$/,
  go: /^(?:build|install)$/,
  pip: /^(?:install|wheel)$/,
  pip3: /^(?:install|wheel)$/,
  uv: /^(?:sync|pip|build)$/,
  poetry: /^(?:install|build)$/,
  npm: /^(?:ci|install|i|rebuild)$/,
  yarn: /^(?:install)$/,
  pnpm: /^(?:install|i)$/,
  bundle: /^(?:install)$/,
  gem: /^(?:install|build)$/,
  composer: /^(?:install)$/,
};

function builds({ name, args }: ShellCommand): boolean {
  if (compilers.test(name)) return true;
  if (/^python[\d.]*$/.test(name))
    return args.some(({ value }) => value === 'pip' || value.endsWith('setup.py'));
  const words = subcommands[name];
  return words !== undefined && args.some(({ value }) => words.test(value));
}

/** Whether the RUN takes packages away again before its layer is made. */
function removes(run: RunInstruction): boolean {
  return packageCommandsOf(run).some(({ action }) =>
    /^(?:remove|purge|autoremove|autopurge|del|erase|rm)$/.test(action),
  );
}

function listed(packages: readonly InstalledPackage[]): string {
  const names = [...new Set(packages.map(({ name }) => name))];
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
