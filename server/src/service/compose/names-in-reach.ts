import { type Section, type Thing } from './name-places';
import { occurrencesOf } from './occurrences';
import { type ComposeScene, filesOf } from './scene';
import { dockerfileOf } from './stages';

/** A name that may stand at a place. */
export interface NameInReach {
  readonly name: string;
  readonly detail: string;
}

/** What may be named where a thing of this kind is used, in the order of the text. */
export function namesInReach(scene: ComposeScene, thing: Thing, service: string): readonly NameInReach[] {
  if (thing === 'stage')
    return (dockerfileOf(scene, service)?.dockerfile.stages ?? []).flatMap(({ name, base }) =>
      name === undefined ? [] : { name, detail: `stage from ${base.text}` },
    );
  if (thing === 'service')
    return unique(
      scene.views().flatMap((view) =>
        view.services
          .filter(({ name }) => name !== service)
          .map(({ name, image }) => ({
            name,
            detail: image === undefined ? 'service' : `service of ${image.text}`,
          })),
      ),
    );
  if (thing === 'profile') return used(scene, thing);
  const declared = scene.views().flatMap((view) => view.declared(thing).map(({ key }) => key));
  const own = declaredHere(scene, thing);
  const names = [...declared, ...own, ...(thing === 'networks' ? ['default'] : [])];
  return unique(names.map((name) => ({ name, detail: singular[thing] })));
}

const singular: Readonly<Record<Section, string>> = {
  networks: 'network',
  volumes: 'volume',
  secrets: 'secret',
  configs: 'config',
  models: 'model',
};

/** What services name and nothing declares: for the section in which it is to be declared. */
export function undeclaredNames(scene: ComposeScene, thing: Thing): readonly NameInReach[] {
  const here = new Set(declaredHere(scene, thing));
  if (thing === 'service')
    return unique(
      scene
        .views()
        .flatMap((view) => view.services.map(({ name }) => ({ name, detail: 'service of another file' }))),
    ).filter(({ name }) => !here.has(name));
  const declared = new Set(namesInReach(scene, thing, '').map(({ name }) => name));
  return used(scene, thing).filter(({ name }) => !declared.has(name));
}

function declaredHere({ content }: ComposeScene, thing: Thing): readonly string[] {
  return occurrencesOf(content)
    .filter((each) => each.declares && each.thing === thing)
    .map(({ name }) => name);
}

function used(scene: ComposeScene, thing: Thing): readonly NameInReach[] {
  const files = scene.projects.flatMap((project) => filesOf(scene, project));
  return unique(
    files.flatMap(({ content }) =>
      occurrencesOf(content)
        .filter((each) => !each.declares && each.thing === thing)
        .map(({ name, service }) => ({ name, detail: `named by ${service}` })),
    ),
  );
}

function unique(names: readonly NameInReach[]): readonly NameInReach[] {
  const found = new Map<string, NameInReach>();
  for (const each of names) if (!found.has(each.name)) found.set(each.name, each);
  return [...found.values()];
}
