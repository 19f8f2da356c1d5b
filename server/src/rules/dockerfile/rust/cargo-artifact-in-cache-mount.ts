import { type BuiltOrigin } from '../../../dockerfile/artefacts/artefact';
import { originOf, sourcePath } from '../../../dockerfile/artefacts/trace';
import { appendCommand } from '../../../dockerfile/append-command';
import { chainOf } from '../../../dockerfile/chain';
import { type CopyInstruction, type Dockerfile, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { replace } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { dockerfileRule, type Fix } from '../../rule';

export const cargoArtifactInCacheMount = dockerfileRule({
  id: 'cargo-artifact-in-cache-mount',
  summary: 'What is built into a cache mount must be copied out of it before another stage takes it.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: 'Nothing is there to copy: {folder} was a cache mount while cargo built, so its files are in no layer.',
  },
  since: '0.1.0',
  mentions: ['cargo'],
  check({ dockerfile, report }) {
    for (const copy of instructionsOf(dockerfile, 'COPY')) {
      const stage = copy.from?.stage;
      if (stage === undefined || !chainOf(stage).some(hasCache)) continue;
      for (const { text, span } of copy.sources) {
        const origin = originOf(stage, sourcePath(copy, text));
        if (origin.kind !== 'built' || origin.cached === undefined || origin.build.toolchain !== 'cargo')
          continue;
        const { mount, folder } = origin.cached;
        report({
          message: 'base',
          at: span,
          data: { folder },
          offers: [copyOut(dockerfile, copy, { text, span }, origin)],
          related: [{ at: mount.flag.span, text: 'The cache mount is here.' }],
        });
      }
    }
  },
});

function hasCache(stage: Stage): boolean {
  return instructionsOf(stage, 'RUN').some(({ mounts }) => mounts.some(({ type }) => type === 'cache'));
}

/** Offers to copy the program out at the end of the build; absent where the path does not name one file. */
function copyOut(
  dockerfile: Dockerfile,
  copy: CopyInstruction,
  { text, span }: { readonly text: string; readonly span: Span },
  { build: { run }, path }: BuiltOrigin,
): Fix | undefined {
  const [, name] = /\/(?:release|debug)\/([\w.-]+)$/.exec(path) ?? [];
  if (name === undefined || text.includes('$')) return undefined;
  const append = appendCommand(dockerfile, run, `cp ${path} /usr/local/bin/`);
  if (append === undefined) return undefined;
  const moved = `/usr/local/bin/${name}`;
  return {
    title: 'Copy it out of the cache in the RUN that builds it',
    edits: [append, replace(span, copy.json === undefined ? moved : JSON.stringify(moved))],
  };
}
