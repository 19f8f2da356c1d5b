import { chainOf } from '../../../dockerfile/chain';
import { switchImages } from '../../../dockerfile/image-switch/switch-images';
import {
  type CopyInstruction,
  type Dockerfile,
  type SourceReference,
  type Stage,
} from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { hardenedDockerClient, isDockerClient } from '../../../image/docker-client';
import { type ImageReference } from '../../../image/reference';
import { type Span } from '../../../text/span';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';

export const dockerCliImage = dockerfileRule({
  id: 'docker-cli-image',
  summary: 'The Docker client has a hardened image.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    base: 'As a client, {image} brings a shell and the tools of a distribution along. dhi.io/docker has the same client and nothing else.',
    source: 'The client comes from {image} here. dhi.io/docker has a hardened build of it.',
  },
  since: '0.1.0',
  mentions: ['docker'],
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages) {
      const { image, span, text } = stage.base;
      if (image !== undefined && isDockerClient(image) && !runsEngine(stage))
        report({ message: 'base', at: span, data: { image: text }, offers: [otherBase(dockerfile, stage)] });
      for (const use of stage.uses)
        if (use.image !== undefined && isDockerClient(use.image))
          report({
            message: 'source',
            at: use.span,
            data: { image: use.text },
            offers: [otherSource(dockerfile, stage, use)],
          });
    }
  },
});

function runsEngine(stage: Stage): boolean {
  return instructionsOf(stage, ['RUN', 'CMD', 'ENTRYPOINT']).some(({ text }) =>
    text.text.includes('dockerd'),
  );
}

/** The hardened image starts `docker` itself, and its runtime variant has no shell. */
function otherBase(dockerfile: Dockerfile, stage: Stage): Fix | undefined {
  const { base } = stage;
  const isAlone = dockerfile.stages.every((each) => each === stage || !chainOf(each).includes(stage));
  const needsShell = stage.instructions.some(
    ({ keyword, json }) =>
      keyword === 'RUN' || ((keyword === 'CMD' || keyword === 'ENTRYPOINT') && json === undefined),
  );
  const command = stage.effective('CMD')?.json?.items[0]?.value;
  const starts = command === undefined || /^(?:docker|sh|ash|docker-entrypoint\.sh)$/.test(command);
  if (
    !isAlone ||
    (dockerfile.ships(stage) && (needsShell || (starts && stage.effective('ENTRYPOINT') === undefined)))
  )
    return undefined;
  // Alpine's packages are not there.
  if (stage.effects.packages.length > 0) return undefined;
  return other(dockerfile, base, needsShell ? 'dev' : 'runtime');
}

/** Both have it at the same path, but the hardened one is built for Debian. */
function otherSource(dockerfile: Dockerfile, stage: Stage, use: SourceReference): Fix | undefined {
  const copy = use.instruction.keyword === 'RUN' ? undefined : use.instruction;
  if (copy === undefined || valueOf(stage.base.facts.libc) !== 'glibc' || !takesClient(copy))
    return undefined;
  return other(dockerfile, use, 'runtime');
}

function takesClient({ sources }: CopyInstruction): boolean {
  return sources.every(({ text }) =>
    /^\/usr\/local\/(?:bin\/docker|libexec\/docker\/cli-plugins(?:\/.*)?)$/.test(text),
  );
}

function other(
  dockerfile: Dockerfile,
  { image, span }: { readonly image?: ImageReference | undefined; readonly span: Span },
  variant: 'runtime' | 'dev',
): Fix | undefined {
  if (image === undefined || image.digest !== undefined) return undefined;
  const reference = hardenedDockerClient(image, variant);
  if (reference === undefined) return undefined;
  const edits = switchImages(dockerfile, [{ span, from: image.text, to: reference }]);
  return edits && { title: `Change to ${reference}`, edits };
}
