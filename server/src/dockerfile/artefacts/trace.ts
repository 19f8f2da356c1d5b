import { valueOf } from '../../text/known';
import { expand } from '../expand';
import { type CopyInstruction, type Mount, type Stage } from '../model';
import { ModelMap } from '../model-map';
import { resolvePath } from '../paths';
import { type Build, type BuiltOrigin, type Origin, type Step } from './artefact';
import { cacheKey, mountAt } from './layer';
import { type Move, sourcesOf } from './moves';
import { atRoot, beforeWildcard, folderOfPath, isIn } from './places';
import { rootBase } from './root-image';
import { type Write, writesOf } from './writes';

/** So many writes are looked at for all paths of a stage: many copies of folders into each other would fork without end. */
const MAX_STEPS = 10_000;

const UNKNOWN_ORIGIN: Origin = { kind: 'unknown' };

/** A source of `COPY --from`, as a path of the stage that it comes from. */
export interface SourcePath {
  /** Absolute: all of it, or the folder before the first wildcard or unknown variable. */
  readonly path: string;
  readonly exact: boolean;
}

/** The path that a source of a COPY names, with its variables resolved where they are known. */
export function sourcePath(copy: CopyInstruction, source: string): SourcePath {
  const plain = source.replace(/^"(.*)"$/, '$1');
  const state = copy.stage?.before(copy);
  const text = valueOf(
    expand(
      plain,
      (name) => {
        const value = state?.variable(name) ?? { state: 'unknown' };
        // What this file does not set, the image may.
        return value.state === 'absent' ? { state: 'unknown' } : value;
      },
      '\\',
    ),
  );
  const { path, exact } = beforeWildcard(text ?? plain);
  return { path: valueOf(resolvePath(path, atRoot)) ?? '/', exact };
}

const traces = new ModelMap<Stage, Trace>();

/** Where a file or folder of a finished stage comes from, back through copies, moves and stages. */
export function originOf(stage: Stage, { path, exact }: SourcePath): Origin {
  let trace = traces.get(stage);
  if (trace === undefined) {
    trace = new Trace();
    traces.set(stage, trace);
  }
  return trace.finished(stage, path, exact);
}

interface Point extends SourcePath {
  readonly stage: Stage;
  /** Only what this many first writes of the stage do has happened yet. */
  readonly before: number;
  /** The cache mount that the path lies in; absent for the layer. */
  readonly layer: Mount | undefined;
}

const found = new ModelMap<Stage, Map<string, Origin>>();

class Trace {
  #left = MAX_STEPS;

  finished(stage: Stage, path: string, exact: boolean): Origin {
    let known = found.get(stage);
    if (known === undefined) {
      known = new Map();
      found.set(stage, known);
    }
    const key = exact ? path : `${path}*`;
    let origin = known.get(key);
    if (origin === undefined) {
      origin = this.#at({ stage, before: Infinity, path, exact, layer: undefined });
      known.set(key, origin);
    }
    return origin;
  }

  #at(point: Point): Origin {
    let hidden: BuiltOrigin | undefined;
    let doubted = false;
    let { before } = point;
    for (let stage: Stage | undefined = point.stage; stage !== undefined; stage = stage.base.stage) {
      const writes = writesOf(stage);
      for (let at = Math.min(before, writes.length) - 1; at >= 0; at--) {
        if (--this.#left < 0) return UNKNOWN_ORIGIN;
        const write = writes[at];
        if (write === undefined || !mayTouch(write, point.path)) continue;
        const mount = mountAt(write.run, point.path);
        if (!isSameLayer(mount, point.layer)) {
          if (write.kind === 'build' && mount?.type === 'cache' && point.layer === undefined)
            hidden ??= cachedBy(write.build, point, mount);
          continue;
        }
        // What went on before a build into a cache mount is no reason to believe that its files are in the layer as well.
        if (hidden !== undefined && write.kind === 'opaque') return hidden;
        const origin = this.#through(write, { ...point, stage, before: at });
        if (origin === 'doubtful') doubted = true;
        else if (origin !== undefined) return origin;
      }
      before = Infinity;
    }
    if (hidden !== undefined) return hidden;
    if (doubted || point.layer !== undefined) return UNKNOWN_ORIGIN;
    return { kind: 'image', reference: rootBase(point.stage).image, path: point.path };
  }

  /** What a write says of the path; absent where it does not touch it. */
  #through(write: Write, point: Point): Origin | 'doubtful' | undefined {
    switch (write.kind) {
      case 'opaque':
        return UNKNOWN_ORIGIN;
      case 'paths':
        return write.paths.some((path) => isIn(point.path, path)) ? UNKNOWN_ORIGIN : undefined;
      case 'build':
        if (!isBuiltBy(write.build, point)) return undefined;
        if (write.command.conditional) return UNKNOWN_ORIGIN;
        return builtAt(write.build, point);
      case 'move': {
        const { run, command } = write;
        const step = { instruction: run, command };
        return this.#moved(write.move, point, step, (path, exact) => {
          if (command.conditional) return UNKNOWN_ORIGIN;
          const layer = mountAt(run, path);
          if (layer !== undefined && layer.type !== 'cache') return UNKNOWN_ORIGIN;
          return this.#at({ ...point, path, exact, layer });
        });
      }
      case 'copy':
        return this.#copied(write.copy, point);
    }
  }

  #copied(copy: CopyInstruction, point: Point): Origin | 'doubtful' | undefined {
    const target = valueOf(copy.destinationPath);
    if (target === undefined) return UNKNOWN_ORIGIN;
    const { from } = copy;
    const sources = copy.sources.map(({ text }) => sourcePath(copy, text));
    const move: Move = {
      sources: sources.map(({ path, exact }) => (exact ? path : `${path === '/' ? '' : path}/*`)),
      target,
      intoFolder: copy.sources.length > 1 || /\/["']?$/.test(copy.destination?.text ?? ''),
      folders: true,
      contentOnly: true,
    };
    const step = { instruction: copy };
    return this.#moved(move, point, step, (path, exact) => {
      const below = from?.stage;
      if (from === undefined) return { kind: 'context' };
      if (below !== undefined && point.stage.index > below.index) return this.finished(below, path, exact);
      return from.image === undefined ? UNKNOWN_ORIGIN : { kind: 'image', reference: from.image, path };
    });
  }

  /** Goes back to the sources. What is but a guess is believed where it leads to something built. */
  #moved(
    move: Move,
    point: Point,
    step: Step,
    go: (path: string, exact: boolean) => Origin,
  ): Origin | 'doubtful' | undefined {
    let doubted = false;
    for (const { path: source, guess, inFolder } of sourcesOf(move, point.path)) {
      const { path, exact } = beforeWildcard(source);
      const origin = go(valueOf(resolvePath(path, atRoot)) ?? '/', exact && point.exact);
      if (origin.kind === 'built')
        return { ...origin, step: origin.step ?? step, inFolder: origin.inFolder || inFolder === true };
      if (!guess) return origin;
      doubted = true;
    }
    return doubted ? 'doubtful' : undefined;
  }
}

function isSameLayer(a: Mount | undefined, b: Mount | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a === b || (a.type === 'cache' && b.type === 'cache' && cacheKey(a) === cacheKey(b));
}

function cachedBy(build: Build, { path }: Point, mount: Mount): BuiltOrigin | undefined {
  const folder = valueOf(mount.target);
  if (folder === undefined) return undefined;
  const { place } = build;
  const isThere = place.tree === undefined ? isIn(path, place.path) : isIn(path, place.tree);
  return isThere
    ? { kind: 'built', build, path, inFolder: path === place.path, cached: { mount, folder } }
    : undefined;
}

function builtAt(build: Build, { path }: Point): BuiltOrigin {
  const { place } = build;
  const inFolder = place.kind === 'folder' ? path === place.path : path === folderOfPath(place.path);
  return { kind: 'built', build, path, inFolder };
}

/** Whether a write may have to do with a path: a quick look before the careful one. */
function mayTouch(write: Write, path: string): boolean {
  if (write.kind !== 'copy' && write.kind !== 'move') return true;
  const target = write.kind === 'copy' ? write.target : write.move.target;
  return (
    target === undefined || isIn(path, target) || (target.startsWith(path) && folderOfPath(target) === path)
  );
}

/** Whether the path is the program, one of the programs, or the folder of just these. */
function isBuiltBy({ place: { path, kind } }: Build, point: Point): boolean {
  if (
    kind !== 'file' &&
    (point.path === path || (folderOfPath(point.path) === path && isProgramName(point.path)))
  )
    return kind === 'folder' || point.exact;
  if (kind === 'folder' || !point.exact) return false;
  return point.path === path || (point.path === folderOfPath(path) && point.path !== '/');
}

/** Libraries and data that lie beside programs have an extension. */
function isProgramName(path: string): boolean {
  return !/\.(?:so[.\d]*|a|d|rlib|rmeta|json|txt|wasm|dll|pdb|toml|html|css|js)$/.test(path);
}
