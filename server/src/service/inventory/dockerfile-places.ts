import { type Dockerfile, type SourceReference, type Stage } from '../../dockerfile/model';
import { allImageUses } from '../../rules/dockerfile/images/image-uses';
import { valueOf } from '../../text/known';
import { type ImagePlace } from './model';

/**
 * Every image that a Dockerfile names. Stages, `scratch` and build contexts are none.
 * @param namedContexts what Compose files hand to its build by name.
 */
export function dockerfilePlaces(
  dockerfile: Dockerfile,
  namedContexts: readonly string[],
): readonly ImagePlace[] {
  const images = new Map(allImageUses(dockerfile, namedContexts).map((use) => [use.span.start, use.image]));
  const places = dockerfile.stages.flatMap((stage): readonly ImagePlace[] => {
    const owner = stage.name === undefined ? {} : { owner: stage.name };
    const { text: written, span } = stage.base;
    const image = images.get(span.start) ?? unclearBase(stage, namedContexts);
    const role = dockerfile.ships(stage) ? 'ships' : 'builds';
    const base: readonly ImagePlace[] =
      image === undefined ? [] : [{ kind: 'from', role, ...owner, written, span, image }];
    return [...base, ...stage.uses.flatMap((use) => placeOf(use) ?? []).map((use) => ({ ...owner, ...use }))];
  });

  function placeOf(use: SourceReference): ImagePlace | undefined {
    const { text: written, span, instruction } = use;
    const image = images.get(span.start) ?? (written.includes('$') ? 'unresolved' : undefined);
    const kind = instruction.keyword === 'RUN' ? 'mount' : 'copy';
    return image && { kind, role: 'builds', written, span, image };
  }

  return places;
}

/** What stands in a FROM that names neither an image nor anything else that is known. */
function unclearBase(
  { base }: Stage,
  namedContexts: readonly string[],
): 'unresolved' | 'invalid' | undefined {
  if (base.stage !== undefined || base.isScratch || base.image !== undefined || base.text === '')
    return undefined;
  const name = valueOf(base.resolved);
  if (name === undefined) return 'unresolved';
  return namedContexts.includes(name) ? undefined : 'invalid';
}
