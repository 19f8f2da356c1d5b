import { promises } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { IgnoreLayers } from '../workspace/ignore-layers';
import { isWithin } from './boundary';

/** The `.gitignore` files from the boundary down to the folder above `start`; none where they leave out `start` itself. */
export async function ignoredAbove(start: string, boundary: string): Promise<IgnoreLayers> {
  const folders: string[] = [];
  for (let place = dirname(start); place !== start && isWithin(boundary, place); place = dirname(place)) {
    folders.unshift(place);
    if (dirname(place) === place) break;
  }
  const none = IgnoreLayers.none((folder, path) => relative(folder, path).split(sep).join('/'));
  let layers = none;
  for (const folder of folders) layers = await ignoredIn(layers, folder);
  // Somebody who names an ignored folder wants it.
  return layers.has(start, true) ? none : layers;
}

/** With the ignore file of a folder added. */
export async function ignoredIn(above: IgnoreLayers, folder: string): Promise<IgnoreLayers> {
  const text = await promises.readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
  return text === undefined ? above : above.with(folder, text);
}
