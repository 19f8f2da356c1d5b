import { listRules } from '../service/rule-list';
import { type RulesOptions } from './arguments';
import { exitCodes } from './exit-codes';
import { isColoured, styleFor } from './style';
import { type Terminal } from './terminal';

/** `bulwark rules`: everything that can be found. */
export function rulesCommand({ format }: RulesOptions, terminal: Terminal): number {
  const rules = listRules();
  if (format === 'json') {
    const listed = rules.map(({ id, language, severity, fix, summary, sameAs, options, since, url }) => {
      return { id, language, severity, fix, summary, sameAs, options, since, url };
    });
    terminal.stdout.write(`${JSON.stringify({ version: 1, rules: listed }, undefined, 2)}\n`);
    return exitCodes.clean;
  }
  const style = styleFor(isColoured(terminal, terminal.stdout));
  const widest = Math.max(0, ...rules.map(({ id }) => id.length));
  for (const { id, language, severity, fix, summary } of rules) {
    const graded = severity.recommended === 'off' ? `(${severity.strict})` : severity.recommended;
    const cells = [
      language.padEnd(10),
      style.bold(id.padEnd(widest)),
      graded.padEnd(9),
      fix.padEnd(5),
      summary,
    ];
    terminal.stdout.write(`${cells.join('  ')}\n`);
  }
  terminal.stdout.write(`${rules.length} rules; severity of the recommended profile, (in strict only).\n`);
  return exitCodes.clean;
}
