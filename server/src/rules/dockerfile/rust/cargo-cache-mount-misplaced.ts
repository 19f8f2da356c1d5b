import { arrivalsOf } from '../../../dockerfile/artefacts/arrivals';
import { type Build } from '../../../dockerfile/artefacts/artefact';
import { folderOfPath, isIn, lastPart } from '../../../dockerfile/artefacts/places';
import { writesOf } from '../../../dockerfile/artefacts/writes';
import { appendCommand } from '../../../dockerfile/append-command';
import { commandFolder } from '../../../dockerfile/command-folder';
import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { resolvePath } from '../../../dockerfile/paths';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { replace, type Edit } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';

export const cargoCacheMountMisplaced = dockerfileRule({
  id: 'cargo-cache-mount-misplaced',
  summary: 'A cache mount for what cargo builds must be at the folder that it builds into.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'Nothing is cached: cargo builds into {folder} here, and the cache is at {mount}.',
  },
  since: '0.1.0',
  mentions: ['cargo'],
  check({ dockerfile, context, report }) {
    // Its configuration may name another folder: https://doc.rust-lang.org/cargo/reference/config.html#buildtarget-dir
    if (context.has('.cargo') === true) return;
    for (const stage of dockerfile.stages)
      for (const run of instructionsOf(stage, 'RUN')) {
        if (!run.mounts.some(({ type }) => type === 'cache')) continue;
        const build = onlyBuild(stage, run);
        const tree = build?.place.tree;
        if (build === undefined || tree === undefined) continue;
        for (const mount of run.mounts) {
          const folder = valueOf(mount.target);
          const option = mount.options.find(({ key }) => /^(?:target|dst|destination)$/.test(key));
          if (mount.type !== 'cache' || folder === undefined || option === undefined) continue;
          if (!isMisplaced(stage, run, build, folder)) continue;
          report({
            message: 'base',
            at: option.valueSpan,
            data: { folder: tree, mount: folder },
            offers: [moved(dockerfile, build, replace(option.valueSpan, tree))],
            related: [{ at: build.command.span, text: 'The build runs here.' }],
          });
        }
      }
  },
});

/** The one build of a RUN, where all that it does is known, and no cache mount covers it. */
function onlyBuild(stage: Stage, run: RunInstruction): Build | undefined {
  const writes = writesOf(stage).filter((write) => write.kind !== 'copy' && write.run === run);
  if (writes.some(({ kind }) => kind === 'opaque')) return undefined;
  const builds = writes.flatMap((write) => (write.kind === 'build' ? write.build : []));
  const trees = new Set(builds.map(({ place }) => place.tree));
  const [build] = builds;
  const tree = build?.place.tree;
  if (tree === undefined || build?.toolchain !== 'cargo' || trees.size > 1) return undefined;
  const isCovered = run.mounts.some(
    ({ type, target }) =>
      type === 'cache' && (target.state !== 'known' || isIn(tree, target.value) || isIn(target.value, tree)),
  );
  return isCovered ? undefined : build;
}

/** Whether a folder that is meant for builds has nothing to do with this one. */
function isMisplaced(stage: Stage, run: RunInstruction, { place, command }: Build, folder: string): boolean {
  if (lastPart(folder) !== 'target' && lastPart(folder) !== lastPart(place.tree ?? '')) return false;
  // A member of a workspace builds into the folder at the workspace's root, which may be any above it.
  const start = valueOf(commandFolder(stage, run, command));
  const above = folderOfPath(folder);
  if (start === undefined || (isIn(start, above) && (above !== '/' || start === '/'))) return false;
  return !commandsOf(run).some((each) =>
    [...each.args, ...each.assignments.flatMap(({ value }) => value ?? [])].some(({ value }) => {
      const path = valueOf(resolvePath(value.replace(/^-{1,2}[\w-]+=/, ''), commandFolder(stage, run, each)));
      return path !== undefined ? isIn(path, folder) : value.includes('$');
    }),
  );
}

/** At the right place the cache takes what is built out of the layer: it has to be copied on from there. */
function moved(dockerfile: Dockerfile, build: Build, mount: Edit): Fix | undefined {
  const title = 'Put the cache where cargo builds';
  const taken = dockerfile.stages
    .flatMap(arrivalsOf)
    .filter(({ origin }) => origin.kind === 'built' && origin.build === build);
  const edits: Edit[] = [mount];
  const names: string[] = [];
  for (const { origin, source, copy } of taken) {
    // What a RUN copies on already is out of the cache, if it is the one that builds.
    if (origin.kind !== 'built') continue;
    if (origin.step !== undefined) {
      if (origin.step.instruction !== build.run) return undefined;
      continue;
    }
    const name = lastPart(origin.path);
    if (origin.inFolder || source.text.includes('$') || /[*?["']/.test(source.text)) return undefined;
    const target = `/usr/local/bin/${name}`;
    if (!names.includes(origin.path)) names.push(origin.path);
    edits.push(replace(source.span, copy.json === undefined ? target : JSON.stringify(target)));
  }
  if (names.length === 0) return { title, edits };
  const append = appendCommand(dockerfile, build.run, `cp ${names.join(' ')} /usr/local/bin/`);
  return append && { title: `${title}, and copy the program out of it`, edits: [...edits, append] };
}
