import { arrivalsOf } from '../../../dockerfile/artefacts/arrivals';
import { rootOf } from '../../../dockerfile/chain';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';
import { baseWithLibrary } from './base-with-library';
import { mayBringLoader } from './brings-loader';
import { buildStatically } from './build-statically';
import { linkingOf } from './linking-of';
import { otherBuilder } from './other-builder';
import { isStarted } from './starting-stages';

export const staticDynamicBinary = dockerfileRule({
  id: 'static-dynamic-binary',
  summary: 'A program in an image without a C library must be linked statically.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: 'The program is linked against {library}, and {image} has no C library: it stops with "no such file or directory". Link it statically, or take a base image that has {library}.',
  },
  since: '0.1.0',
  check({ dockerfile, context, source, report }) {
    for (const stage of dockerfile.shippedStages) {
      if (valueOf(stage.base.facts.libc) !== 'none' || !isStarted(dockerfile, stage) || mayBringLoader(stage))
        continue;
      for (const arrival of arrivalsOf(stage)) {
        const { origin } = arrival;
        const library = origin.kind === 'built' ? linkingOf(origin, stage, context) : undefined;
        if (origin.kind !== 'built' || library === undefined || library === 'static') continue;
        const { base } = rootOf(stage);
        const { build } = origin;
        const statically = buildStatically(source, origin, arrival);
        const elsewhere = baseWithLibrary(dockerfile, base, library);
        // What is written in Rust needs nothing but another base; for the others one flag does it.
        const offers: readonly (Fix | undefined)[] =
          build.toolchain === 'cargo'
            ? [elsewhere, statically, otherBuilder(dockerfile, build.stage, 'musl')]
            : [statically, elsewhere];
        report({
          message: 'base',
          at: arrival.source.span,
          data: { library, image: base.text },
          offers,
          related: [
            { at: build.command.span, text: 'It is built here.' },
            { at: base.span, text: 'This image has no C library.' },
          ],
        });
      }
    }
  },
});
