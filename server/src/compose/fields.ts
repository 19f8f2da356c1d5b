import { known, UNKNOWN } from '../text/known';
import { type BuildConfig, type Command, type Reference, type WatchRule } from './field';
import { type Entry, scalarOf, scalarsOf, type Value } from './value';
import { readVariables } from './variables';

/** Reads `build` from its layers, weakest first. */
export function readBuild(entries: readonly Entry[]): BuildConfig | undefined {
  const last = entries.at(-1)?.value;
  if (last === undefined || (last.kind === 'scalar' && last.isNull)) return undefined;
  const field = (key: string): Entry | undefined => fieldEntries(entries, key).at(-1);
  const scalar = (key: string) => scalarOf(field(key)?.value);
  const values = (key: string): readonly Value[] => fieldEntries(entries, key).map((entry) => entry.value);
  return {
    context: scalarOf(last) ?? scalar('context'),
    dockerfile: scalar('dockerfile'),
    dockerfileInline: scalar('dockerfile_inline'),
    target: scalar('target'),
    args: readVariables(values('args')),
    additionalContexts: readVariables(values('additional_contexts')),
    secrets: readReferences(values('secrets')),
    entry: field,
  };
}

/** The entries of one key of maps that are laid over each other, weakest first. */
function fieldEntries(entries: readonly Entry[], key: string): readonly Entry[] {
  return entries
    .map(({ value }) => (value.kind === 'map' ? value.get(key) : undefined))
    .filter((entry) => entry !== undefined);
}

/** Reads `command`, `entrypoint` or `test`. */
export function readCommand(value: Value | undefined): Command | undefined {
  if (value === undefined || value.kind === 'map') return undefined;
  if (value.kind === 'scalar' && value.isNull) return undefined;
  return { form: value.kind === 'list' ? 'exec' : 'shell', words: scalarsOf(value), value };
}

/** Reads names in a list (short and long form) or as the keys of a map. */
export function readReferences(values: readonly Value[]): readonly Reference[] {
  return values.flatMap((value) => {
    if (value.kind === 'map')
      return value.entries.map((entry) => ({
        name: known(entry.key),
        span: entry.keySpan,
        options: entry.value.kind === 'map' ? entry.value : undefined,
      }));
    return value.kind === 'list' ? value.items.map(readReference) : [];
  });
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
