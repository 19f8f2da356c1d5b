/** A Compose file with one service, `web`, whose lines are given. */
export function web(...lines: readonly string[]): string {
  return file('services:', '  web:', ...lines.map((line) => `    ${line}`));
}

/** A file of these lines. */
export function file(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
