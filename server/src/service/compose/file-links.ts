import { type Compose } from '../../compose/model';
import { loneFile } from '../../compose/project';
import { extendsOf } from '../../compose/layers';
import { Unit } from '../../compose/units';
import { type MapValue, scalarOf, type ScalarValue, scalarsOf, type Value } from '../../compose/value';
import { valueOf } from '../../text/known';
import { type Span } from '../../text/span';
import { buildOf } from '../../workspace/compose-builds';
import { localPath } from '../../workspace/local-path';
import { type ComposeScene, folderOf } from './scene';

/** A path in a Compose file, and the file that it leads to. */
export interface FileLink {
  /** Without quotes. */
  readonly span: Span;
  readonly uri: string;
  readonly kind: 'Dockerfile' | 'Compose file' | 'file of variables' | 'file';
}

/** Dockerfiles, env files, included and extended files, files of secrets and configs; in the order of the text. */
export function fileLinks(scene: ComposeScene): readonly FileLink[] {
  const folder = folderOf(scene);
  if (folder === undefined) return [];
  const found = new Map<number, FileLink>();
  const add = (link: FileLink | undefined): void => {
    if (link !== undefined && !found.has(link.span.start)) found.set(link.span.start, link);
  };
  for (const view of scene.views()) for (const link of dockerfileLinks(view, scene, folder)) add(link);
  for (const { scalar, kind } of pathsOf(scene)) {
    const path = valueOf(scalar.resolved);
    const uri = path === undefined ? undefined : localPath(path, folder);
    const span = textSpan(scalar);
    if (uri !== undefined && span !== undefined) add({ span, uri, kind });
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Of `dockerfile`, or where that is not written of the build context. */
function dockerfileLinks(view: Compose, { context }: ComposeScene, folder: string): readonly FileLink[] {
  return view.services.flatMap((service) => {
    const uri = buildOf(view, service, folder)?.dockerfile;
    const scalar = service.build?.dockerfile ?? service.build?.context;
    const span = scalar && textSpan(scalar);
    if (uri === undefined || span === undefined || !view.isOwn(span)) return [];
    return context.dockerfiles?.at(uri).state === 'absent' ? [] : { span, uri, kind: 'Dockerfile' };
  });
}

interface WrittenPath {
  readonly scalar: ScalarValue;
  readonly kind: FileLink['kind'];
}

/** What names a file, variables filled in as the project has them. */
function pathsOf({ uri, content, projects }: ComposeScene): readonly WrittenPath[] {
  const file =
    projects.flatMap(({ files }) => files).find((each) => each.uri === uri) ?? loneFile(uri, content);
  const unit = new Unit(file, content, 0);
  const asKind = (
    kind: FileLink['kind'],
    scalars: readonly (ScalarValue | undefined)[],
  ): readonly WrittenPath[] => scalars.flatMap((scalar) => (scalar === undefined ? [] : { scalar, kind }));
  const included = unit.topLevel('include').flatMap(({ value }) => itemsOf(value));
  const services = [...unit.declarations.values()].flat().flatMap(({ value }) => mapsOf(value));
  const declared = ['secrets', 'configs'].flatMap((section) =>
    unit.topLevel(section).flatMap(({ value }) => mapsOf(value).flatMap(({ entries }) => entries)),
  );
  return [
    ...included.flatMap((item) =>
      item.kind === 'map'
        ? [
            ...asKind('Compose file', scalarsOf(item.get('path')?.value)),
            ...asKind('file of variables', scalarsOf(item.get('env_file')?.value)),
          ]
        : asKind('Compose file', [scalarOf(item)]),
    ),
    ...services.flatMap((map) => [
      ...asKind('Compose file', [extendsOf(map)?.file]),
      ...asKind(
        'file of variables',
        itemsOf(map.get('env_file')?.value).map((item) =>
          scalarOf(item.kind === 'map' ? item.get('path')?.value : item),
        ),
      ),
      ...asKind('file', scalarsOf(map.get('label_file')?.value)),
    ]),
    ...declared.flatMap(({ value }) =>
      mapsOf(value).flatMap((map) => asKind('file', [scalarOf(map.get('file')?.value)])),
    ),
  ];
}

function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.kind === 'list' ? value.items : [value];
}

function mapsOf(value: Value): readonly MapValue[] {
  return value.kind === 'map' ? [value] : [];
}

function textSpan({ textStart, text }: ScalarValue): Span | undefined {
  return textStart === undefined || text === ''
    ? undefined
    : { start: textStart, end: textStart + text.length };
}
