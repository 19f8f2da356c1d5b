import { chainOf, rootOf } from '../../../dockerfile/chain';
import { execCommand } from '../../../dockerfile/exec-command';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { OSCAP_DOCKER, openscapVariant } from '../../../image/openscap';
import { dockerfileRule, type Fix } from '../../rule';
import { devTwinOf, retag } from '../hardened/twin-tag';

export const oscapDockerNeedsDev = dockerfileRule({
  id: 'oscap-docker-needs-dev',
  summary: '`oscap-docker` needs the build variant of OpenSCAP.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: '{image} has oscap alone: oscap-docker is only in the build variant, because it needs root to reach the engine.',
  },
  since: '0.1.0',
  mentions: ['oscap'],
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages) {
      if (openscapVariant(stage.base.facts) !== 'runtime' || bringsIt(stage)) continue;
      for (const { script, json } of instructionsOf(stage, ['RUN', 'CMD', 'ENTRYPOINT'])) {
        const commands = script?.commands ?? (json && execCommand(json)) ?? [];
        for (const { name, program } of [commands].flat()) {
          if (name !== OSCAP_DOCKER || program === undefined) continue;
          const root = rootOf(stage);
          report({
            message: 'base',
            at: program.span,
            data: { image: root.base.text },
            offers: [toDev(dockerfile, root)],
          });
        }
      }
    }
  },
});

function bringsIt(stage: Stage): boolean {
  return chainOf(stage).some((each) =>
    instructionsOf(each, ['COPY', 'ADD']).some(({ text }) => /oscap|\/bin\b|\s\/["'\]]*$/.test(text.text)),
  );
}

function toDev(dockerfile: Dockerfile, { base }: Stage): Fix | undefined {
  const twin = devTwinOf(base);
  const edits = retag(dockerfile, base, twin?.tag);
  return twin && edits && { title: `Change to the build variant "${twin.tag}"`, edits };
}
