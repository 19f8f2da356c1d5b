import { arrivalsOf } from '../../../dockerfile/artefacts/arrivals';
import { type Build, type Origin } from '../../../dockerfile/artefacts/artefact';
import { cargoCommand } from '../../../dockerfile/artefacts/cargo-command';
import { folderOfPath } from '../../../dockerfile/artefacts/places';
import { type Dockerfile } from '../../../dockerfile/model';
import { insertAfter, removeFlag } from '../../../shell/edits';
import { flagUse, hasFlag } from '../../../shell/flags';
import { replace, type Edit } from '../../../text/edit';
import { type Source } from '../../../text/source';
import { type Span } from '../../../text/span';
import { dockerfileRule, type Fix } from '../../rule';
import { isForDevelopers } from '../linking/for-developers';
import { startedProgram } from '../linking/started-program';

export const cargoNotRelease = dockerfileRule({
  id: 'cargo-not-release',
  summary: 'What ships must be built with optimisations.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'This debug build ships: it is many times slower and larger than a release build, and says more about itself. Build with --release.',
  },
  since: '0.1.0',
  mentions: ['cargo'],
  check({ dockerfile, source, report }) {
    const builds = new Map<Build, Span>();
    const add = (origin: Origin, at: Span): void => {
      if (origin.kind !== 'built' || origin.build.profile?.state !== 'known') return;
      if (origin.build.profile.value === 'debug' && !builds.has(origin.build)) builds.set(origin.build, at);
    };
    for (const stage of dockerfile.shippedStages)
      if (!isForDevelopers(stage)) for (const { origin, copy } of arrivalsOf(stage)) add(origin, copy.span);
    for (const stage of dockerfile.targets) {
      const program = isForDevelopers(stage) ? undefined : startedProgram(stage);
      if (program !== undefined) add(program.origin, program.span);
    }
    for (const [build, use] of builds) {
      const call = cargoCommand(build.command);
      if (call === undefined || isForDevelopers(build.stage)) continue;
      report({
        message: 'base',
        at: call.span,
        offers: [release(dockerfile, source, build)],
        related: [{ at: use, text: 'The program ships from here.' }],
      });
    }
  },
});

function release(dockerfile: Dockerfile, source: Source, build: Build): Fix | undefined {
  const { command, place } = build;
  const title = 'Build with --release';
  if (hasFlag(command, '--profile')) return undefined;
  const debug = flagUse(command, '--debug');
  if (debug !== undefined) {
    const edit = removeFlag(source, debug);
    return edit && { title: 'Remove --debug', edits: [edit] };
  }
  const verb = cargoCommand(command)?.verbWord;
  const flag = verb && insertAfter(source, verb, ' --release');
  if (flag === undefined || place.tree === undefined) return undefined;
  const folder = place.path.slice(folderOfPath(place.tree).length).replace(/^\//, '');
  const moved = pathEdits(dockerfile, build, folder);
  return moved.length === 0 ? undefined : { title, edits: [flag, ...moved] };
}

/** The folder has the profile's name, wherever the file names it from the build on. */
function pathEdits({ source, instructions }: Dockerfile, { run }: Build, folder: string): readonly Edit[] {
  const escaped = folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'g');
  return instructions.flatMap(({ index, span, keyword }) => {
    if (index < run.index || keyword === 'LABEL' || keyword === 'ENV') return [];
    return [...source.slice(span).matchAll(pattern)].map((match) => {
      const end = span.start + match.index + folder.length;
      return replace({ start: end - 'debug'.length, end }, 'release');
    });
  });
}
