import { known, UNKNOWN, valueOf, type Known } from '../../text/known';
import { isIn, below, join } from '../artefacts/places';
import { expand } from '../expand';
import { type Argument, type CopyInstruction } from '../model';
import { resolvePath } from '../paths';

/** A source of a `COPY --from`. */
export interface CopiedSource {
  readonly argument: Argument;
  /** Absolute, variables put in; may hold wildcards. Absent where it is not known. */
  readonly path: string | undefined;
}

/** What a `COPY --from` takes, in order. */
export function copiedSources(copy: CopyInstruction): readonly CopiedSource[] {
  return copy.sources.map((argument) => {
    const text = copy.json === undefined ? argument.text : argument.text.replace(/^"(.*)"$/, '$1');
    const plain = text.includes('$') ? valueOf(resolved(text, copy)) : text.replace(/^(["'])(.*)\1$/, '$2');
    return { argument, path: plain === undefined ? undefined : valueOf(resolvePath(plain, known('/'))) };
  });
}

function resolved(text: string, copy: CopyInstruction): Known<string> {
  const state = copy.onbuild === undefined ? copy.stage?.before(copy) : undefined;
  if (state === undefined) return UNKNOWN;
  return expand(
    text,
    (name) => {
      const value = state.variable(name);
      return value.state === 'absent' ? UNKNOWN : value;
    },
    '\\',
  );
}

/** Where a folder of one stage comes to in another. */
export interface CopiedFolder {
  readonly source: CopiedSource & { readonly path: string };
  readonly path: string;
}

/**
 * Where a copy from another stage puts the folders of it, as a function of their paths; absent for a folder of which it
 * does not take all, or may not. What a copied folder holds goes into the destination, whether or not a slash stands
 * behind either.
 * @see https://docs.docker.com/reference/dockerfile/#copy
 */
export function copiedFolders(copy: CopyInstruction): (folder: string) => CopiedFolder | undefined {
  const destination = valueOf(copy.destinationPath);
  const isOdd = copy.flags.some(({ name }) => name === 'exclude' || name === 'parents');
  const sources = copiedSources(copy);
  // A source that is not known may bring other things to the same place.
  if (destination === undefined || isOdd || sources.some(({ path }) => path === undefined))
    return () => undefined;
  return (folder) => {
    for (const source of sources) {
      const { path } = source;
      if (path === undefined || /[*?[]/.test(path) || !isIn(folder, path)) continue;
      return { source: { ...source, path }, path: join(destination, below(folder, path)) };
    }
    return undefined;
  };
}
