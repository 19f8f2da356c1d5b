import { type ShellScript } from '../shell/model';
import { parseShell } from '../shell/parse';
import { known, UNKNOWN, type Known } from '../text/known';
import { MappedText } from '../text/mapped';
import { joinLines } from './heredocs';
import { type InstructionLine } from './instruction-line';
import { interpreterOf, shebangOf } from './interpreters';
import { lazy } from './lazy';
import { lineFrom } from './lines';
import { type Heredoc, type JsonForm } from './model';
import { factOf } from './model-map';
import { parseWithInput } from './scripts';

/** Who reads the text of a RUN, and what it reads. */
export interface RunText {
  /** The program that the instruction itself names; absent where the stage's shell reads the text. */
  readonly program?: Known<string> | undefined;
  /** The text as a shell reads it; absent where none can. */
  readonly script: () => ShellScript | undefined;
}

export const runText = factOf((line: InstructionLine): RunText => {
  if (line.json !== undefined) return readExec(line.json, line);
  const [heredoc] = line.heredocs;
  if (heredoc === undefined) return { script: lazy(() => parseShell(line.body)) };
  if (isWhole(heredoc, line)) return readBody(heredoc.body);
  return { script: lazy(() => parseWithInput(wholeText(line, heredoc))) };
});

/** `RUN <<EOF`: the body itself is run, by the shell or by the program of its first line. */
function readBody(body: MappedText): RunText {
  const program = shebangOf(body.text);
  return {
    program: program === undefined ? undefined : known(program),
    script: lazy(() => parseShell(body)),
  };
}

function isWhole({ openSpan }: Heredoc, { body }: InstructionLine): boolean {
  const span = body.spanOf(0, body.text.length);
  return span.start === openSpan.start && span.end === openSpan.end;
}

/** Head and heredocs in one, as BuildKit hands them to the shell. */
function wholeText({ body, end, document }: InstructionLine, first: Heredoc): MappedText {
  const lines = [];
  for (let at = first.bodySpan.start; at < end;) {
    const line = lineFrom(document, at);
    lines.push(line);
    at = line.next;
  }
  const lineEnd = MappedText.verbatim('\n', Math.max(0, first.bodySpan.start - 1));
  return MappedText.join([body, lineEnd, joinLines(document, lines, first.bodySpan.start)]);
}

/** `RUN ["sh", "-c", "…"]`: the script is read where it stands in the file as it is. */
function readExec(json: JsonForm, { document }: InstructionLine): RunText {
  const [first, ...rest] = json.items;
  if (first === undefined) return { program: UNKNOWN, script: () => undefined };
  const program = known(interpreterOf([first.value]) ?? first.value);
  const flag = rest.findIndex(({ value }) => !value.startsWith('-') || /^-[a-z]*c$/.test(value));
  const script = rest[flag]?.value.startsWith('-') === true ? rest[flag + 1] : undefined;
  if (script === undefined) return { program, script: () => undefined };
  const inner = { start: script.span.start + 1, end: script.span.end - 1 };
  const isVerbatim = document.slice(inner.start, inner.end) === script.value;
  return {
    program,
    script: lazy(() => (isVerbatim ? parseShell(MappedText.verbatim(script.value, inner.start)) : undefined)),
  };
}
