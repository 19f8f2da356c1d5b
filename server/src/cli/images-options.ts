import { type GivenOptions, type OptionTable } from './option-words';

export const imageFormats = ['text', 'json', 'cyclonedx'] as const;

export type ImageFormat = (typeof imageFormats)[number];

export interface ImagesOptions {
  readonly command: 'images';
  readonly format: ImageFormat;
  /** As typed, relative to the current folder; standard output where absent. */
  readonly output?: string;
  /** Files, folders and globs, as typed. */
  readonly paths: readonly string[];
}

export const imagesTable: OptionTable = { format: 'value', output: 'value' };

/** @throws UsageError */
export function readImagesOptions(given: GivenOptions, paths: readonly string[]): ImagesOptions {
  const output = given.value('output');
  return {
    command: 'images',
    format: given.oneOf('format', imageFormats) ?? 'text',
    ...(output !== undefined && { output }),
    paths,
  };
}
