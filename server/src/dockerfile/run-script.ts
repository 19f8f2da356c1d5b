import { type ShellScript } from '../shell/model';
import { parseShell } from '../shell/parse';
import { known, UNKNOWN, type Known } from '../text/known';
import { MappedText } from '../text/mapped';
import { joinLines } from './heredocs';
import { interpreterOf, isShell, shebangOf } from './interpreters';
import { lineFrom } from './lines';
import { type Heredoc, type JsonForm, type RunInstruction } from './model';
import { type InstructionFile } from './place';
import { parseWithInput, shellFormScript } from './scripts';

/** Who reads the text of a RUN, and what it reads. */
export interface RunText {
  readonly interpreter: Known<string>;
  readonly script: () => ShellScript | undefined;
}

export function readRun(run: RunInstruction, file: InstructionFile): RunText {
  if (run.json !== undefined) return readExec(run.json, file);
  const interpreter = file.interpreterFor(run);
  const [heredoc] = run.heredocs;
  if (heredoc === undefined)
    return { interpreter: known(interpreter), script: () => shellFormScript(run.body, interpreter) };
  if (isWhole(heredoc, run)) return readBody(heredoc.body, interpreter);
  return {
    interpreter: known(interpreter),
    script: () => (isShell(interpreter) ? parseWithInput(wholeText(run, heredoc, file)) : undefined),
  };
}

/** `RUN <<EOF`: the body itself is run, by the shell or by the program of its first line. */
function readBody(body: MappedText, interpreter: string): RunText {
  const program = shebangOf(body.text) ?? interpreter;
  return { interpreter: known(program), script: () => shellFormScript(body, program) };
}

function isWhole(heredoc: Heredoc, run: RunInstruction): boolean {
  const body = run.body.spanOf(0, run.body.text.length);
  return body.start === heredoc.openSpan.start && body.end === heredoc.openSpan.end;
}

/** Head and heredocs in one, as BuildKit hands them to the shell. */
function wholeText(run: RunInstruction, first: Heredoc, file: InstructionFile): MappedText {
  const { text } = file.source;
  const lines = [];
  for (let at = first.bodySpan.start; at < run.span.end;) {
    const line = lineFrom(text, at);
    lines.push(line);
    at = line.next;
  }
  const lineEnd = MappedText.verbatim('\n', Math.max(0, first.bodySpan.start - 1));
  return MappedText.join([run.body, lineEnd, joinLines(text, lines, first.bodySpan.start)]);
}

/** `RUN ["sh", "-c", "…"]`: the script is read where it stands in the file as it is. */
function readExec(json: JsonForm, file: InstructionFile): RunText {
  const [program, ...rest] = json.items;
  if (program === undefined) return { interpreter: UNKNOWN, script: () => undefined };
  const interpreter = interpreterOf([program.value]) ?? program.value;
  const flag = rest.findIndex(({ value }) => !value.startsWith('-') || /^-[a-z]*c$/.test(value));
  const script = rest[flag]?.value.startsWith('-') === true ? rest[flag + 1] : undefined;
  if (script === undefined || !isShell(interpreter))
    return { interpreter: known(interpreter), script: () => undefined };
  const inner = { start: script.span.start + 1, end: script.span.end - 1 };
  const isVerbatim = file.source.slice(inner) === script.value;
  return {
    interpreter: known(interpreter),
    script: () => (isVerbatim ? parseShell(MappedText.verbatim(script.value, inner.start)) : undefined),
  };
}
