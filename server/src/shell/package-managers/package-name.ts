import { type ShellWord } from '../model';
import { type PackageManager } from './manager';

/** A package that a command names. */
export interface PackageName {
  /** Without its version. */
  readonly name: string;
  /** As written behind the manager's own sign: `7.1`, `^2`, `latest`. */
  readonly version: string | undefined;
}

/** Reads an operand as a package; absent for files, addresses, and what a variable holds. */
export function packageName({ value }: ShellWord, { packageForm }: PackageManager): PackageName | undefined {
  if (/[$`*{]|^[./~]|:\/\/|^(?:file|link|npm|workspace):|\.(?:deb|rpm|apk|whl|tgz|gem)$/.test(value))
    return undefined;
  const { name, version } = packageForm.exec(value)?.groups ?? {};
  return name === undefined ? undefined : { name, version };
}
