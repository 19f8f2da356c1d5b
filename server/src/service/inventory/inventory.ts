import { type FileImages, type Inventory, type InventoryCounts } from './model';
import { keyOfUse, nameOfImage } from './names';

/** What files use together: an image that a service of one of them builds is nobody's to pull. */
export function inventoryOf(files: readonly FileImages[]): Inventory {
  const built = new Set(files.flatMap((file) => file.built));
  const using = files
    .map((file) => ({
      ...file,
      uses: file.uses.filter(
        ({ repository, tag, digest }) =>
          repository === undefined ||
          digest !== undefined ||
          !built.has(nameOfImage({ repository, ...(tag !== undefined && { tag }) })),
      ),
    }))
    .filter(({ uses }) => uses.length > 0);
  return { files: using, counts: countsOf(using) };
}

function countsOf(files: readonly FileImages[]): InventoryCounts {
  const uses = files.flatMap((file) => file.uses);
  const images = new Map(uses.map((use) => [keyOfUse(use), use.standing]));
  const standings = [...images.values()];
  return {
    uses: uses.length,
    images: images.size,
    hardened: standings.filter((standing) => standing?.hardened === true).length,
    notHardened: standings.filter((standing) => standing?.hardened === false).length,
    unknown: standings.filter((standing) => standing === undefined).length,
  };
}
