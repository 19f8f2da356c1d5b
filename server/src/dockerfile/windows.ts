import { type ImageReference } from '../image/reference';
import { HintedPattern } from '../text/hinted-pattern';

/**
 * What Windows images run shell form with, where no SHELL says otherwise.
 * @see https://docs.docker.com/reference/dockerfile/#shell
 */
export const WINDOWS_SHELL: readonly string[] = ['cmd', '/S', '/C'];

const REPOSITORIES = new HintedPattern(
  /^mcr\.microsoft\.com\/(?:windows|windows\/.+|dotnet\/framework\/.+)$/,
  'microsoft',
);
const TAGS = new HintedPattern(/nanoserver|windowsservercore|(?:^|-)ltsc20\d\d/, 'server', 'ltsc');

/** Whether an image is known by its name to be one of Windows. */
export function isWindowsImage({ repository, tag = '' }: ImageReference): boolean {
  return REPOSITORIES.test(repository) || TAGS.test(tag);
}
