import { type Host } from '../../server/src/workspace/host';

/** A host over files in memory, by URI; folders are those that the files lie in, from `boundary` down. */
export function memoryHost(
  files: Readonly<Record<string, string>>,
  boundary = 'file:///w',
): Host & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    asked,
    readFile(uri) {
      asked.push(uri);
      return Promise.resolve(files[uri]);
    },
    listFolder(uri) {
      asked.push(uri);
      if (uri !== boundary && !uri.startsWith(`${boundary}/`)) return Promise.resolve(undefined);
      const below = Object.keys(files).filter((file) => file.startsWith(`${uri}/`));
      const names = below.map((file) => file.slice(uri.length + 1).replace(/\/.*$/, '/'));
      return Promise.resolve(names.length === 0 ? undefined : [...new Set(names)]);
    },
  };
}
