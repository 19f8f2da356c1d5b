import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { chainOf } from '../../../dockerfile/chain';
import { lazy } from '../../../dockerfile/lazy';
import { factOf } from '../../../dockerfile/model-map';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { type ShellCommand, type ShellScript } from '../../../shell/model';
import { type BuildContext } from '../../../workspace/context';
import { dockerfileRule } from '../../rule';
import { certainTree, contextSources, type ContextSource } from '../context/context-copies';
import { dependencyInstall, type DependencyInstall } from './dependency-installs';
import { splitInstall } from './split-install';

export const dependencyLayer = dockerfileRule({
  id: 'dependency-layer',
  summary: 'Dependencies must be installed before the sources are copied.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'Every change of a source file runs "{name}" anew, because the sources are copied above it. Copy {manifests} first, then install, then copy the rest.',
  },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    const copies = lazy(() => firstCopies(dockerfile));
    for (const stage of dockerfile.stages)
      for (const run of instructionsOf(stage, 'RUN')) {
        const installs = installsOf(run);
        const copy = installs.length > 0 ? copies().get(stage) : undefined;
        if (copy === undefined || run.index < copy.instruction.index) continue;
        const seen = new Set<string>();
        for (const { command, install } of installs) {
          if (isInstalledBefore(stage, copy, command)) continue;
          // Whoever moves the first install of a RUN moves what goes with it.
          const key = install.manifests.join(' ');
          if (seen.has(key)) continue;
          seen.add(key);
          report({
            message: 'base',
            at: install.span,
            data: { name: install.name, manifests: install.manifests.join(' and ') },
            offers: [offerFor(dockerfile, context, copy, run, install)],
          });
        }
      }
  },
});

/** The first copy of the whole context in each stage that has one. */
function firstCopies(dockerfile: Dockerfile): ReadonlyMap<Stage, ContextSource> {
  const first = new Map<Stage, ContextSource>();
  for (const source of contextSources(dockerfile)) {
    const { stage } = source.instruction;
    if (source.path === '' && stage !== undefined && !first.has(stage)) first.set(stage, source);
  }
  return first;
}

interface Install {
  readonly command: ShellCommand;
  readonly install: DependencyInstall;
}

/** The installs of a RUN that nothing spares a second run: with a cache mount it fetches nothing. */
function installsOf(run: RunInstruction): readonly Install[] {
  const found = run.script === undefined ? [] : installsIn(run.script);
  const isSpared = found.length > 0 && run.mounts.some(({ type }) => type === 'cache' || type === 'bind');
  return isSpared ? [] : found;
}

/** Those of a script that stays in the work dir. */
const installsIn = factOf(({ commands }: ShellScript): readonly Install[] => {
  const found: Install[] = [];
  for (const command of commands) {
    if (command.name === 'cd' || command.name === 'pushd') return [];
    const install = command.conditional ? undefined : dependencyInstall(command);
    if (install !== undefined) found.push({ command, install });
  }
  return found;
});

/** Whether the same program was at work before the sources came: what it installed then is there already. */
function isInstalledBefore(stage: Stage, { instruction }: ContextSource, { name }: ShellCommand): boolean {
  return chainOf(stage).some((each) =>
    instructionsOf(each, 'RUN').some(
      (run) =>
        run.index < instruction.index &&
        commandsOf(run).some((command) => command.name === name && dependencyInstall(command) !== undefined),
    ),
  );
}

function offerFor(
  dockerfile: Dockerfile,
  context: BuildContext,
  copy: ContextSource,
  run: RunInstruction,
  install: DependencyInstall,
) {
  const tree = certainTree(dockerfile, context);
  return tree === undefined ? undefined : splitInstall(dockerfile, tree, copy, run, install);
}
