import { type ImageReference } from '../image/reference';

/**
 * What Windows images run shell form with, where no SHELL says otherwise.
 * @see https://docs.docker.com/reference/dockerfile/#shell
 */
export const WINDOWS_SHELL: readonly string[] = ['cmd', '/S', '/C'];

const REPOSITORIES = /^mcr\.microsoft\.com\/(?:windows|windows\/.+|dotnet\/framework\/.+)$/;
const TAGS = /nanoserver|windowsservercore|(?:^|-)ltsc20\d\d/;

/** Whether an image is known by its name to be one of Windows. */
export function isWindowsImage({ repository, tag = '' }: ImageReference): boolean {
  return REPOSITORIES.test(repository) || TAGS.test(tag);
}
