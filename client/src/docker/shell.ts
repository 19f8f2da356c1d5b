/** How a shell reads a line: sh, bash, dash, ksh and zsh are one here. */
export type Shell = 'posix' | 'fish' | 'powershell' | 'cmd';

const shells: ReadonlyMap<string, Shell> = new Map([
  ...['sh', 'ash', 'bash', 'dash', 'ksh', 'mksh', 'zsh'].map((name) => [name, 'posix'] as const),
  ['fish', 'fish'],
  ['powershell', 'powershell'],
  ['pwsh', 'powershell'],
  ['pwsh-preview', 'powershell'],
  ['cmd', 'cmd'],
]);

/**
 * The kind of a shell.
 * @param program its path or name: `/bin/zsh`, `C:\Windows\System32\cmd.exe`. Undefined for one that is not known, such as
 * nushell: nothing can be quoted for it.
 */
export function shellOf(program: string): Shell | undefined {
  const name = program.split(/[\\/]/).at(-1) ?? '';
  return shells.get(name.toLowerCase().replace(/\.exe$/, ''));
}

/** The shell that a script of this language is written for. */
export function shellOfScript(languageId: string): Shell | undefined {
  return scripts.get(languageId);
}

const scripts: ReadonlyMap<string, Shell> = new Map([
  ['shellscript', 'posix'],
  ['fish', 'fish'],
  ['powershell', 'powershell'],
  ['bat', 'cmd'],
]);

/** A terminal's shell, and the program that has to be started where the person's own shell is not known. */
export interface TerminalShell {
  readonly shell: Shell;
  readonly program?: string;
}

/** @param program of the terminals that VS Code opens. */
export function terminalShell(program: string, isWindows: boolean): TerminalShell {
  const shell = shellOf(program);
  if (shell !== undefined) return { shell };
  return isWindows
    ? { shell: 'powershell', program: 'powershell.exe' }
    : { shell: 'posix', program: '/bin/sh' };
}
