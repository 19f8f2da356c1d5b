import { type ImageOrigin, type Linking } from '../../../dockerfile/artefacts/artefact';
import { originalRepository } from '../../../image/bases';
import { imageFacts, type ImageSettings } from '../../../image/facts';
import { type ImageReference } from '../../../image/reference';
import { valueOf } from '../../../text/known';

/** A program that people copy out of a ready-made image. */
export interface ImageProgram {
  readonly name: string;
  readonly linking: Linking;
}

/** Interpreters that link the C library of their image. Official images have them in /usr/local/bin. */
const interpreters: ReadonlyMap<string, RegExp> = new Map([
  ['node', /^\/usr\/(?:local\/)?bin\/node$/],
  ['python', /^\/usr\/(?:local\/)?bin\/python(?:3(?:\.\d+)?)?$/],
  ['ruby', /^\/usr\/(?:local\/)?bin\/ruby$/],
  ['php', /^\/usr\/(?:local\/)?bin\/php$/],
]);

const uv = /^\/(?:usr\/local\/bin\/)?(uvx?)$/;

/**
 * A program of an image of which it is known how it is linked. The hardened image builds uv for glibc; its publisher's
 * own is static.
 * @see https://github.com/docker-hardened-images/catalog/tree/main/image/uv
 */
export function imageProgram(
  { reference, path }: ImageOrigin,
  settings: ImageSettings,
): ImageProgram | undefined {
  const known = reference && knownPrograms(reference, settings);
  return known?.paths.test(path) === true
    ? { name: path.slice(path.lastIndexOf('/') + 1), linking: known.linking }
    : undefined;
}

/** The programs of an image of which that is known; absent where it has none. */
export function knownPrograms(
  reference: ImageReference,
  settings: ImageSettings,
): { readonly paths: RegExp; readonly linking: Linking } | undefined {
  const { hardened, libc } = imageFacts(reference, settings);
  const library = valueOf(libc);
  if (library !== 'glibc' && library !== 'musl') return undefined;
  const repository = originalRepository(reference.repository);
  const name = hardened?.repository ?? repository.replace(/^docker\.io\/library\//, '');
  const paths = hardened?.repository === 'uv' ? uv : interpreters.get(name);
  return paths && { paths, linking: library };
}
