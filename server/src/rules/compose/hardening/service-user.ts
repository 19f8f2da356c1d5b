import { type ScalarValue } from '../../../compose/value';

/** Whether a `user` is root, by name or number; undefined where that is not known. */
export function isUnixRoot(user: ScalarValue | undefined): boolean | undefined {
  if (user?.resolved.state !== 'known') return undefined;
  return /^(?:root|0+)(?::|$)/.test(user.resolved.value);
}
