import { type ShellCommand } from '../../../shell/model';
import { packageManagerOf } from '../../../shell/package-managers/package-command';

/** pip by its own name, or as a module of Python. */
export function pip(command: ShellCommand): string | undefined {
  return packageManagerOf(command)?.name === 'pip' ? 'pip' : undefined;
}
