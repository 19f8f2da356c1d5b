import { type FileImages, type InventoryCounts } from '../../service/inventory/model';

/** Asked by our own editor client with ImageInventoryParams; answered with ImageInventoryAnswer, or `null` where it failed. */
export const imageInventoryRequest = 'bulwark/imageInventory';

/** Told, without parameters, to whoever has asked once: files have changed since, and the answer may be another now. */
export const imageInventoryChanged = 'bulwark/imageInventoryChanged';

export interface ImageInventoryParams {
  /** Where progress is told. */
  readonly workDoneToken?: string | number;
  /** Reads everything again, whatever is known. */
  readonly again?: boolean;
}

export interface ImageInventoryAnswer {
  readonly files: readonly Omit<FileImages, 'built'>[];
  readonly counts: InventoryCounts;
}
