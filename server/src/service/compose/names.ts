import { type ComposeProject } from '../../compose/project';
import { type Span, touches } from '../../text/span';
import { anchorsOf } from './anchors';
import { type Occurrence, occurrencesOf } from './occurrences';
import { type ComposeScene, filesOf, type SceneFile } from './scene';
import { distinct, type Spot } from './spot';
import { stageSpots } from './stages';

/** The name that stands at a place, and everywhere that it stands. */
export interface NameAt {
  readonly name: string;
  readonly thing: Occurrence['thing'] | 'anchor';
  /** At the place that was asked about. */
  readonly span: Span;
  /** The one that was asked about among them. */
  readonly spots: readonly Spot[];
}

/** The service, network, volume, secret, config, model, profile, stage or anchor that is named at an offset. */
export function nameAt(scene: ComposeScene, offset: number): NameAt | undefined {
  return anchorAt(scene, offset) ?? declaredAt(scene, offset);
}

function anchorAt({ uri, content: { source } }: ComposeScene, offset: number): NameAt | undefined {
  const anchors = anchorsOf(source.text);
  const here = anchors.find(({ span }) => touches({ start: span.start - 1, end: span.end }, offset));
  if (here === undefined) return undefined;
  const { name, span } = here;
  const spots = anchors
    .filter(({ group }) => group === here.group)
    .map(({ span: place, declares }) => ({ uri, source, span: place, declares }));
  return { name, thing: 'anchor', span, spots };
}

function declaredAt(scene: ComposeScene, offset: number): NameAt | undefined {
  const here = occurrencesOf(scene.content).find(({ span }) => touches(span, offset));
  if (here === undefined) return undefined;
  const { name, thing, span } = here;
  const spots =
    thing === 'stage'
      ? stageSpots(scene, here.service, name)
      : scene.projects.flatMap((project) => spotsIn(scene, project, here));
  return { name, thing, span, spots: distinct(spots) };
}

function spotsIn(scene: ComposeScene, project: ComposeProject, here: Occurrence): readonly Spot[] {
  const files = filesOf(scene, project);
  const own = files.find(({ uri }) => uri === scene.uri) ?? { ...scene, scope: '', extended: new Map() };
  const scope = scopeOf(own, here, files);
  if (scope === undefined) return [];
  return files.flatMap((file) =>
    occurrencesOf(file.content)
      .filter(
        (each) =>
          each.name === here.name && each.thing === here.thing && scopeOf(file, each, files) === scope,
      )
      .map(({ span, declares }) => ({
        uri: file.uri,
        source: file.content.source,
        span,
        declares,
      })),
  );
}

/** The scope in which a name is looked up; undefined where that file cannot be read. */
function scopeOf(
  { scope, extended }: Pick<SceneFile, 'scope' | 'extended'>,
  { file }: Occurrence,
  files: readonly SceneFile[],
): string | undefined {
  if (file === undefined) return scope;
  const uri = extended.get(file);
  return files.find((each) => each.uri === uri)?.scope;
}
