import { operands } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { hasAnyOf } from '../../../text/has-any-of';
import { HintedPattern } from '../../../text/hinted-pattern';
import { lowerAscii } from '../../../text/lower-ascii';

/**
 * Whether a URL, or a host with or without a port, is of the machine itself.
 * @see https://www.rfc-editor.org/rfc/rfc6761#section-6.3 for the names below `localhost`
 */
export function isLocalAddress(text: string): boolean {
  return localAddress.test(lowerAscii(text));
}

/** In lower case. */
const localAddress = new HintedPattern(
  /^(?:[a-z]+:\/\/)?(?:(?:[\w-]+\.)?localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|0\.0\.0\.0)(?:[:/]|$)/,
  ...['localhost', '127.', '::1', '0.0.0.0'],
);

/** Whether a value names a host other than the machine itself; what a variable holds cannot be told. */
export function isRemoteHost(value: string): boolean {
  return value.trim() !== '' && !hasAnyOf(value, '$`') && !isLocalAddress(value);
}

/** Whether all URLs that a command is given are of the machine itself, whose certificate nobody else signed. */
export function talksToItself(command: ShellCommand): boolean {
  const urls = operands(command).filter(({ value }) => value.includes('://') || isLocalAddress(value));
  return urls.length > 0 && urls.every(({ value }) => isLocalAddress(value));
}
