import { type ShellCommand } from '../../../shell/model';

/** pip by its own name, or as a module of Python. */
export function pip({ name, args }: ShellCommand): string | undefined {
  if (/^pip[\d.]*$/.test(name)) return 'pip';
  if (!/^python[\d.]*$/.test(name)) return undefined;
  // Flags of Python itself may stand before: `python3 -I -m pip`.
  const at = args.findIndex(({ value }) => value === '-m' || !value.startsWith('-'));
  return args[at]?.value === '-m' && args[at + 1]?.value === 'pip' ? 'pip' : undefined;
}
