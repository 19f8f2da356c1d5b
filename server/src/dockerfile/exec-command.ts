import { type ShellCommand, type ShellWord } from '../shell/model';
import { programOf } from './interpreters';
import { type JsonForm } from './model';

/** The words of a JSON form as a command, for rules that look at programs and flags; absent where it is empty. */
export function execCommand(json: JsonForm): ShellCommand | undefined {
  const words = json.items.map(({ value, span }): ShellWord => ({
    raw: value,
    value,
    literal: true,
    variables: [],
    quoted: true,
    span,
  }));
  const [program, ...args] = words;
  if (program === undefined) return undefined;
  return {
    name: programOf(program.value),
    program,
    args,
    wrappers: [],
    assignments: [],
    redirects: [],
    span: { start: program.span.start, end: (args.at(-1) ?? program).span.end },
    joinedBy: 'start',
    conditional: false,
    substituted: false,
  };
}
