/** Shells whose text is read as shell script. */
const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'ksh', 'mksh', 'zsh']);
const WINDOWS_SHELLS = new Set(['powershell', 'pwsh', 'cmd']);

export function isShell(program: string): boolean {
  return SHELLS.has(program);
}

/** Last part of a path, without `.exe`: `bash` for `/bin/bash`, `powershell` for `powershell.exe`. */
export function programOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.slice(-4).toLowerCase() === '.exe' ? name.slice(0, -4) : name;
}

/** The program that reads the text behind the words of SHELL, seen through what starts it (`env`, `conda run`). */
export function interpreterOf(words: readonly string[]): string | undefined {
  if (words[0] === undefined) return undefined;
  const first = programOf(words[0]);
  if (isShell(first)) return first;
  const lower = first.toLowerCase();
  return WINDOWS_SHELLS.has(lower) ? lower : (words.map(programOf).find(isShell) ?? first);
}

/** The program that a script's first line names: `python3` for `#!/usr/bin/env python3`. */
export function shebangOf(script: string): string | undefined {
  const words = /^#!([^\n]*)/.exec(script)?.[1]?.trim().split(/\s+/);
  const [program = ''] = words ?? [];
  if (program === '') return undefined;
  if (programOf(program) !== 'env') return programOf(program);
  return programOf(words?.slice(1).find((word) => !word.startsWith('-') && !word.includes('=')) ?? '');
}
