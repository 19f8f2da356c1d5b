import { valueOf } from '../text/known';
import { extendsOf } from './layers';
import { loneFile } from './project';
import { type Variables } from './interpolate';
import { type ComposeText } from './text';
import { Unit } from './units';
import { type MapValue, scalarOf, type Value } from './value';

/** Other files that a Compose file names, as paths with variables filled in; what is not known is left out. */
export interface FileLinks {
  readonly includes: readonly Include[];
  /** Paths of `extends`. */
  readonly extended: readonly string[];
  /** Paths of `env_file`. */
  readonly envFiles: readonly string[];
  /** False where a path of `include` is not known. */
  readonly isWhole: boolean;
}

/**
 * One item of `include`.
 * @see https://docs.docker.com/reference/compose-file/include/
 */
export interface Include {
  /** Files that lie over each other, weakest first. */
  readonly paths: readonly string[];
  /** What relative paths of these files start at; the folder of the first where absent. */
  readonly projectDirectory: string | undefined;
  /** Files of variables; the `.env` of that folder where there are none. */
  readonly envFiles: readonly string[];
}

/** Most files have none of these words, and need not be walked through. */
const anyLink = /\b(?:include|extends|env_file)\b/;

/** @param variables that the file's variables are filled in with. */
export function linksOf(content: ComposeText, variables: Variables): FileLinks {
  if (!anyLink.test(content.source.text)) return { includes: [], extended: [], envFiles: [], isWhole: true };
  const unit = new Unit(loneFile('', content, variables), content, 0);
  const items = unit
    .topLevel('include')
    .flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]));
  const includes = items.map(readInclude);
  const services = [...unit.declarations.values()].flat().map(({ value }) => value);
  const maps = services.filter((value): value is MapValue => value.kind === 'map');
  return {
    includes: includes.filter((include) => include !== undefined),
    extended: unique(maps.flatMap((map) => textsOf(extendsOf(map)?.file) ?? [])),
    envFiles: unique(maps.flatMap((map) => pathsOf(map.get('env_file')?.value))),
    isWhole: !includes.includes(undefined),
  };
}

function readInclude(item: Value): Include | undefined {
  const paths = textsOf(item.kind === 'map' ? item.get('path')?.value : item);
  if (paths === undefined || paths.length === 0) return undefined;
  if (item.kind !== 'map') return { paths, projectDirectory: undefined, envFiles: [] };
  return {
    paths,
    projectDirectory: textsOf(item.get('project_directory')?.value)?.[0],
    envFiles: textsOf(item.get('env_file')?.value) ?? [],
  };
}

/** The texts of a scalar or a list of them; undefined where one is not known. */
function textsOf(value: Value | undefined): readonly string[] | undefined {
  const items = value === undefined ? [] : value.kind === 'list' ? value.items : [value];
  const texts = items.map((item) => {
    const scalar = scalarOf(item);
    return scalar === undefined ? undefined : valueOf(scalar.resolved);
  });
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** Paths of `env_file`: one, or a list in the short and the long form. */
function pathsOf(value: Value | undefined): readonly string[] {
  const items = value === undefined ? [] : value.kind === 'list' ? value.items : [value];
  return items.flatMap((item) => textsOf(item.kind === 'map' ? item.get('path')?.value : item) ?? []);
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
