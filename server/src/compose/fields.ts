import { known, UNKNOWN, valueOf } from '../text/known';
import { type BuildConfig, type Command, type Reference, type WatchRule } from './field';
import { layeredEntries } from './layers';
import { mergeEntries } from './merged';
import { overlay } from './overlay';
import { type Entry, scalarOf, type ScalarValue, scalarsOf, type Value } from './value';
import { readVariables } from './variables';

/**
 * Reads `build` from its layers, weakest first. The short form is a context, over which the long form may be laid, and the
 * other way round.
 */
export function readBuild(entries: readonly Entry[]): BuildConfig | undefined {
  const last = entries.at(-1)?.value;
  if (last === undefined || (last.kind === 'scalar' && last.isNull)) return undefined;
  const field = (key: string): Entry | undefined => mergeEntries(fieldEntries(entries, key));
  const scalar = (key: string) => scalarOf(field(key)?.value);
  const values = (key: string): readonly Value[] => fieldEntries(entries, key).map((entry) => entry.value);
  return {
    context: contextOf(entries),
    dockerfile: scalar('dockerfile'),
    dockerfileInline: scalar('dockerfile_inline'),
    target: scalar('target'),
    args: readVariables(values('args')),
    additionalContexts: readVariables(values('additional_contexts')),
    secrets: readReferences(values('secrets'), targetOf),
    entry: field,
  };
}

function contextOf(entries: readonly Entry[]): ScalarValue | undefined {
  const contexts = entries.map(({ value }) =>
    scalarOf(value.kind === 'map' ? value.get('context')?.value : value),
  );
  return contexts.findLast((context) => context !== undefined);
}

/** The entries of one key of maps that are laid over each other, weakest first. */
function fieldEntries(entries: readonly Entry[], key: string): readonly Entry[] {
  const maps = entries.map(({ value }) => value).filter((value) => value.kind === 'map');
  return layeredEntries(maps, key);
}

/** Reads `command`, `entrypoint` or `test`. */
export function readCommand(value: Value | undefined): Command | undefined {
  if (value === undefined || value.kind === 'map') return undefined;
  if (value.kind === 'scalar' && value.isNull) return undefined;
  return { form: value.kind === 'list' ? 'exec' : 'shell', words: scalarsOf(value), value };
}

/**
 * Reads names in lists (short and long form) or as the keys of maps, weakest first.
 * @param keyOf what a stronger layer must have in common to take a name's place.
 */
export function readReferences(
  values: readonly Value[],
  keyOf: (reference: Reference) => string | undefined = nameOf,
): readonly Reference[] {
  return overlay(
    values.map((value) => {
      if (value.kind === 'map') return value.entries.map(referenceOf);
      return value.kind === 'list' ? value.items.map(readReference) : [];
    }),
    keyOf,
  );
}

/** Networks and dependencies are the same where they are called the same. */
export function nameOf({ name }: Reference): string | undefined {
  return valueOf(name);
}

/** Secrets and configs are the same where they are mounted in one place. */
export function targetOf({ name, options }: Reference): string | undefined {
  const target = scalarOf(options?.get('target')?.value);
  const path = valueOf(target === undefined ? name : target.resolved);
  return path?.replace(/^\/run\/secrets\//, '');
}

function referenceOf({ key, keySpan, value }: Entry): Reference {
  return { name: known(key), span: keySpan, options: value.kind === 'map' ? value : undefined };
}

function readReference(item: Value): Reference {
  if (item.kind === 'scalar') return { name: item.resolved, span: item.span, options: undefined };
  if (item.kind === 'list') return { name: UNKNOWN, span: item.span, options: undefined };
  const source = scalarOf(item.get('source')?.value);
  return { name: source?.resolved ?? UNKNOWN, span: source?.span ?? item.span, options: item };
}

/** Reads `develop` and its `watch`. */
export function readWatch(develop: readonly Entry[]): readonly WatchRule[] {
  return fieldEntries(develop, 'watch').flatMap(({ value }) => {
    if (value.kind !== 'list') return [];
    return value.items.flatMap((item) => {
      if (item.kind !== 'map') return [];
      return {
        action: scalarOf(item.get('action')?.value)?.resolved ?? UNKNOWN,
        path: scalarOf(item.get('path')?.value),
        target: scalarOf(item.get('target')?.value),
        ignore: scalarsOf(item.get('ignore')?.value),
        value: item,
      };
    });
  });
}
