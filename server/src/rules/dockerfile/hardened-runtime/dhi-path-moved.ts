import { rootOf } from '../../../dockerfile/chain';
import { instructionsOf } from '../../../dockerfile/walk';
import { type CopyInstruction, type Stage } from '../../../dockerfile/model';
import { imageFacts, type ImageFacts } from '../../../image/facts';
import { movedPath, type MovedPath } from '../../../image/moved-paths';
import { type ImageReference } from '../../../image/reference';
import { replace, type Edit } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { dockerfileRule, type DockerfileContext, type Report } from '../../rule';
import { mayBring } from './brought-paths';
import { namedPaths } from './named-paths';
import { pidFiles } from './nginx-pid';

type Message = 'source' | 'named' | 'pid';

export const dhiPathMoved = dockerfileRule<Message>({
  id: 'dhi-path-moved',
  summary: 'Paths of the upstream image must be those of the hardened one.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    source: '{image} has nothing at {path}: what the upstream image has there lies in {to}.',
    named: '{image} has no {from}, which is a path of the upstream image: look in {to}.',
    pid: '{image} runs as {user}, who cannot write {path}: nginx does not start. Its own configuration has the file in /run/nginx.',
  },
  since: '0.1.0',
  about: 'hardened images',
  check(context) {
    const { dockerfile, report } = context;
    for (const stage of dockerfile.stages) {
      for (const copy of instructionsOf(stage, 'COPY')) {
        const found = fromElsewhere(copy, stage, context);
        if (found !== undefined) report(found);
      }
      const home = imageOfStage(stage);
      if (home !== undefined) for (const found of namedIn(stage, home)) report(found);
    }
    for (const found of pidFiles(context)) report(found);
  },
});

interface Home {
  readonly image: ImageReference;
  readonly facts: ImageFacts;
}

/** The hardened image that a stage stands on. */
function imageOfStage(stage: Stage): Home | undefined {
  const { base } = rootOf(stage);
  return base.image === undefined || base.facts.hardened === undefined
    ? undefined
    : { image: base.image, facts: base.facts };
}

/** A source that the image of another stage has elsewhere. */
function fromElsewhere(
  copy: CopyInstruction,
  stage: Stage,
  { options, source }: DockerfileContext<Message>,
): Report<Message> | undefined {
  const { from, sources, destination } = copy;
  if (from === undefined) return undefined;
  const home =
    from.stage === undefined
      ? from.image && { image: from.image, facts: imageFacts(from.image, options) }
      : imageOfStage(from.stage);
  if (home === undefined) return undefined;
  for (const { text, span } of sources) {
    const path = text.replace(/\/+$/, '');
    const moved = movedPath(path, home.image, home.facts);
    if (moved === undefined || (from.stage !== undefined && mayBring(from.stage, moved.from))) continue;
    const own = imageOfStage(stage);
    const target =
      destination && own && movedPath(destination.text.replace(/\/+$/, ''), own.image, own.facts);
    const edits = [
      moveEdit(source.slice(span), span, moved),
      destination && target && moveEdit(source.slice(destination.span), destination.span, target),
    ];
    return {
      message: 'source',
      at: span,
      data: { image: home.image.text, path, to: moved.to },
      offers:
        edits[0] === undefined
          ? []
          : [{ title: `Copy it from ${moved.to}`, edits: edits.flatMap((e) => e ?? []) }],
    };
  }
  return undefined;
}

function moveEdit(written: string, { start }: Span, { from, to }: MovedPath): Edit | undefined {
  const at = written.indexOf(from);
  return at < 0 ? undefined : replace({ start: start + at, end: start + at + from.length }, to);
}

/** Paths in commands, variables, volumes and as targets; of folders of packages interpreter-path-mismatch speaks. */
function namedIn(stage: Stage, { image, facts }: Home): readonly Report<Message>[] {
  return namedPaths(stage).flatMap(({ path, span, isPlain, instruction }): readonly Report<Message>[] => {
    const moved = path.includes('/lib/python3') ? undefined : movedPath(path, image, facts);
    if (moved === undefined || mayBring(stage, moved.from, instruction)) return [];
    if (moved.decidedBy !== undefined && stage.final.variables.has(moved.decidedBy)) return [];
    const at = { start: span.start, end: span.start + moved.from.length };
    return [
      {
        message: 'named',
        at: isPlain ? at : span,
        data: { image: image.text, from: moved.from, to: moved.to },
        offers: isPlain ? [{ title: `Change to ${moved.to}`, edits: [replace(at, moved.to)] }] : [],
      },
    ];
  });
}
