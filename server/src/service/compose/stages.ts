import { type BuildConfig } from '../../compose/field';
import { type Compose, type Service } from '../../compose/model';
import { type Dockerfile, type Stage } from '../../dockerfile/model';
import { builtDockerfile } from '../../rules/compose/built/built-dockerfile';
import { type Span, touches } from '../../text/span';
import { type BuildContext } from '../../workspace/context';
import { type ComposeScene } from './scene';
import { distinct, type Spot } from './spot';

/** A Dockerfile that a service of the document builds from. */
export interface ServiceDockerfile {
  /** Absent where its text stands in the Compose file. */
  readonly uri: string | undefined;
  readonly dockerfile: Dockerfile;
}

export function dockerfileOf(scene: ComposeScene, service: string): ServiceDockerfile | undefined {
  for (const view of scene.views()) {
    const found = view.service(service);
    const built = found && builtDockerfile(view, found, scene.context);
    if (built !== undefined) return built;
  }
  return undefined;
}

/**
 * The stage that is named at an offset of a Dockerfile: where it is given its name, then each place that names it, targets of
 * Compose services among them. None where no stage is named.
 * @param uri canonical.
 */
export function stageSpotsAt(
  uri: string,
  dockerfile: Dockerfile,
  { targetPlaces = [] }: BuildContext,
  offset: number,
): readonly Spot[] {
  for (const stage of dockerfile.stages) {
    const own = spotsOf(uri, dockerfile, stage);
    if (!own.some(({ span }) => touches(span, offset))) continue;
    const targets = targetPlaces.filter(({ source, span }) => isName(source.slice(span), stage));
    return distinct([...own, ...targets.map((place) => ({ ...place, declares: false }))]);
  }
  return [];
}

/** Where a stage is given its name, then each place that names it: in its Dockerfile, and as a target of services. */
export function stageSpots(scene: ComposeScene, service: string, name: string): readonly Spot[] {
  const built = dockerfileOf(scene, service);
  const stage = built?.dockerfile.stage(name);
  if (built?.uri === undefined || stage === undefined || /^\d+$/.test(name)) return [];
  const { uri } = built;
  return [
    ...spotsOf(uri, built.dockerfile, stage),
    ...scene
      .views()
      .flatMap((view) => view.services.flatMap((each) => targetSpot(view, each, scene, uri, stage) ?? [])),
  ];
}

/** Within its Dockerfile; none for a stage without a name. */
function spotsOf(uri: string, dockerfile: Dockerfile, stage: Stage): readonly Spot[] {
  const { source } = dockerfile;
  if (stage.nameSpan === undefined) return [];
  return [
    { uri, source, span: stage.nameSpan, declares: true },
    ...usesOf(dockerfile, stage).map((span) => ({ uri, source, span, declares: false })),
  ];
}

function usesOf({ stages, source }: Dockerfile, stage: Stage): readonly Span[] {
  const spans = stages.flatMap(({ base, uses }) => [
    ...(base.stage === stage ? [base.span] : []),
    ...uses.filter((use) => use.stage === stage).map(({ span }) => span),
  ]);
  // Not where a number, a variable or quotes stand for the name.
  return spans.filter((span) => isName(source.slice(span), stage));
}

function isName(text: string, { name }: Stage): boolean {
  return name?.toLowerCase() === text.toLowerCase();
}

function targetSpot(
  view: Compose,
  service: Service,
  { context }: ComposeScene,
  uri: string,
  stage: Stage,
): Spot | undefined {
  const target: BuildConfig['target'] = service.build?.target;
  if (target?.textStart === undefined || !isName(target.text, stage)) return undefined;
  if (builtDockerfile(view, service, context)?.uri !== uri) return undefined;
  const span = { start: target.textStart, end: target.textStart + target.text.length };
  return { ...view.placeOf(span), declares: false };
}
