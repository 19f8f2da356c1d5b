import { type Origin } from '../../../dockerfile/artefacts/artefact';
import { type Arrival, arrivalsOf } from '../../../dockerfile/artefacts/arrivals';
import { rootBase } from '../../../dockerfile/artefacts/root-image';
import { type CopyInstruction, type Dockerfile, type Stage } from '../../../dockerfile/model';
import { type ImageSettings } from '../../../image/facts';
import { valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { dockerfileRule } from '../../rule';
import { mayBringLoader } from './brings-loader';
import { buildStatically } from './build-statically';
import { imageProgram, knownPrograms } from './image-programs';
import { linkingOf } from './linking-of';
import { mountedPrograms } from './mounted-programs';
import { otherBuilder } from './other-builder';
import { publishedUv } from './published-uv';
import { isCalled, isStarted } from './starting-stages';

export const libcMismatch = dockerfileRule({
  id: 'libc-mismatch',
  summary: 'A program must run on the C library that it was built for.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: '{program} is linked against {library}, and {image} has {other}: it stops with "no such file or directory". Build it for {other}, link it statically, or take a base image that has {library}.',
    bare: '{program} is linked against {library}, and {image} has no C library: it stops with "no such file or directory". Take one that is linked statically.',
  },
  since: '0.1.0',
  check({ dockerfile, context, options, source, report }) {
    for (const stage of dockerfile.stages) {
      const libc = valueOf(stage.base.facts.libc);
      if (libc === undefined) continue;
      const image = rootBase(stage).text;
      const reported = new Set<CopyInstruction>();
      for (const arrival of arrivalsOf(stage)) {
        const { copy } = arrival;
        const from = copy.from?.image;
        // Most images are of those whose programs nobody described.
        if (from !== undefined && knownPrograms(from, options) === undefined) continue;
        if (reported.has(copy) || !isUsed(dockerfile, stage, arrival)) continue;
        const { origin } = arrival;
        const program = programOf(origin, stage, context, options);
        if (program === undefined || program.linking === 'static' || program.linking === libc) continue;
        // What is built and then lacks any C library is another rule's matter.
        if (libc === 'none' && origin.kind === 'built') continue;
        if (mayBringLoader(stage)) break;
        // Programs that one COPY takes from one image have one cause.
        if (origin.kind === 'image') reported.add(copy);
        const offers =
          origin.kind === 'built'
            ? [buildStatically(source, origin, arrival), otherBuilder(dockerfile, origin.build.stage, libc)]
            : [publishedUv(copy.from, [arrival.source])];
        report({
          message: libc === 'none' ? 'bare' : 'base',
          at: arrival.source.span,
          data: { program: program.name, library: program.linking, image, other: libc },
          offers,
          related: [
            ...(origin.kind === 'built'
              ? [{ at: origin.build.command.span, text: 'It is built here.' }]
              : []),
            { at: rootBase(stage).span, text: 'The program would run in this image.' },
          ],
        });
      }
      for (const { use, program } of mountedPrograms(stage, options))
        if (program.linking !== libc && !mayBringLoader(stage))
          report({
            message: libc === 'none' ? 'bare' : 'base',
            at: use.span,
            data: { program: program.name, library: program.linking, image, other: libc },
            offers: [publishedUv(use, [])],
          });
    }
  },
});

function programOf(
  origin: Origin,
  stage: Stage,
  context: BuildContext,
  settings: ImageSettings,
): { readonly name: string; readonly linking: string } | undefined {
  if (origin.kind === 'image') return imageProgram(origin, settings);
  if (origin.kind !== 'built') return undefined;
  const linking = linkingOf(origin, stage, context);
  return linking && { name: 'The program', linking };
}

/** A program that only lies in a builder, to be copied on, harms nobody there. */
function isUsed(dockerfile: Dockerfile, stage: Stage, { path, source }: Arrival): boolean {
  const ships = dockerfile.shippedStages.includes(stage) && isStarted(dockerfile, stage);
  return ships || isCalled(stage, path ?? source.text);
}
