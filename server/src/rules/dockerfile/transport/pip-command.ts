import { type ShellCommand } from '../../../shell/model';

/** Whether it is pip, by its own name or as a module of Python. */
export function isPip({ name, args }: ShellCommand): boolean {
  if (/^pip[\d.]*$/.test(name)) return true;
  return /^python[\d.]*$/.test(name) && args[0]?.value === '-m' && args[1]?.value === 'pip';
}
