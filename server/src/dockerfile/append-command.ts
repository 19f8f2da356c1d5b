import { type ShellCommand } from '../shell/model';
import { insert, type Edit } from '../text/edit';
import { type Source } from '../text/source';
import { type Dockerfile, type Heredoc, type RunInstruction } from './model';

/**
 * Adds a command at the end of a RUN, to be run if all before it went well, in the author's style: on a line of its own
 * where the RUN has several. Absent where the end is not the end of a plain list of commands (`fi`, a subshell, a comment
 * of the shell, the JSON form), so that only a person can tell where it belongs.
 */
export function appendCommand(
  dockerfile: Dockerfile,
  run: RunInstruction,
  command: string,
): Edit | undefined {
  const { source } = dockerfile;
  const last = lastCommand(run);
  if (last === undefined) return undefined;
  const [heredoc] = run.heredocs;
  if (heredoc !== undefined)
    return stopsOnErrors(heredoc)
      ? insert(heredoc.bodySpan.end, `${indentOf(heredoc, source)}${command}${source.eol}`)
      : insert(endOf(last), ` && ${command}`);
  const end = endOf(last);
  const style = listStyle(source, run);
  if (style === undefined) return insert(end, ` && ${command}`);
  const goOn = ` ${dockerfile.escape}${source.eol}${style.indent}`;
  if (style.leading) return insert(end, `${goOn}${style.joint} ${command}`);
  return insert(end, `${style.joint === ';' ? ';' : ' &&'}${goOn}${command}`);
}

/** The command at whose end the script ends; absent where it ends with anything else. */
export function lastCommand({ script, heredocs }: RunInstruction): ShellCommand | undefined {
  if (script?.complete !== true || heredocs.length > 1) return undefined;
  const [heredoc] = heredocs;
  if (heredoc !== undefined && (script.text !== heredoc.body || !heredoc.closed)) return undefined;
  const text = script.text.text.trimEnd();
  const end = script.text.spanOf(0, text.length).end;
  const last = script.commands.findLast(({ substituted }) => !substituted);
  if (last === undefined || endOf(last) !== end) return undefined;
  // The body of a here-document would stand between the command and what follows it.
  return last.redirects.some(({ heredoc: input }) => input !== undefined) ? undefined : last;
}

function endOf({ span, redirects }: ShellCommand): number {
  return Math.max(span.end, ...redirects.map((redirect) => redirect.span.end));
}

/** Whether the script gives up at the first command that fails: only then does the last one not hide it. */
function stopsOnErrors({ body }: Heredoc): boolean {
  return /^(?:#!.*\s-\w*e|\s*set\s+-\w*e)/m.test(body.text);
}

function indentOf({ bodySpan }: Heredoc, source: Source): string {
  return source.indentAt(source.lineAt(bodySpan.start));
}

interface ListStyle {
  /** What stands between commands. */
  readonly joint: '&&' | ';';
  /** Whether it begins a line or ends one. */
  readonly leading: boolean;
  readonly indent: string;
}

/** How the commands of a RUN of several lines are joined; absent where it has but one line. */
function listStyle(source: Source, run: RunInstruction): ListStyle | undefined {
  const first = source.lineAt(run.headSpan.start);
  const last = source.lineAt(run.headSpan.end);
  let indent: string | undefined;
  for (let line = first + 1; line <= last; line++) {
    const text = source.slice(source.lineSpan(line));
    if (/^\s*(?:#|$)/.test(text)) continue;
    const own = source.indentAt(line);
    if (/^\s*&&/.test(text)) return { joint: '&&', leading: true, indent: own };
    if (indent === undefined || own.length < indent.length) indent = own;
  }
  if (indent === undefined) return undefined;
  const head = source.slice(run.headSpan);
  // `;` alone goes on after a failure, unless the shell was told to stop.
  if (/^\s*set\s+-\w*e/.test(run.body.text) && /;[ \t]*[\\`][ \t]*\r?\n/.test(head))
    return { joint: ';', leading: false, indent };
  return { joint: '&&', leading: !/&&[ \t]*[\\`][ \t]*\r?\n/.test(head), indent };
}
