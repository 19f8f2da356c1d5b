import { type JsonForm } from '../../../dockerfile/model';
import { remove, replace, type Edit } from '../../../text/edit';
import { MappedText } from '../../../text/mapped';
import { type Source } from '../../../text/source';
import { type Span } from '../../../text/span';
import { type Fix } from '../../rule';
import { jsonArrayOf, plainWords, type PlainWord } from '../../../dockerfile/plain-words';

/** A command in shell form that needs no shell. */
export interface ExecForm {
  readonly program: string;
  /** Make an array of it. */
  readonly edits: readonly Edit[];
}

/** Reads a command of plain words, perhaps behind `exec`; absent where only a shell can run it. */
export function execForm(text: MappedText): ExecForm | undefined {
  const read = readCommand(text);
  if (read === undefined) return undefined;
  const { words, prefix } = read;
  return {
    program: words[0]?.value ?? '',
    edits: [...(prefix === undefined ? [] : [remove(prefix)]), ...jsonArrayOf(words)],
  };
}

/** The repair of an instruction in shell form. */
export function arrayFix(form: ExecForm | undefined, keyword: string): Fix | undefined {
  return form && { title: `Write ${keyword} as a JSON array`, edits: form.edits };
}

/** The repair of `["sh", "-c", "program word"]`: the words alone. Absent where only a shell can run them. */
export function unwrappedFix({ items, span }: JsonForm, source: Source): Fix | undefined {
  const [, flag, script, ...others] = items;
  if (flag === undefined || script === undefined || others.length > 0 || !/^-[el]*c$/.test(flag.value))
    return undefined;
  const words = readCommand(MappedText.verbatim(script.value, 0))?.words;
  if (words === undefined || source.slice(span).includes('\n')) return undefined;
  const array = `[${words.map(({ value }) => JSON.stringify(value)).join(', ')}]`;
  return { title: 'Start the program without a shell', edits: [replace(span, array)] };
}

interface Command {
  readonly words: readonly PlainWord[];
  /** Of `exec` and the blanks behind it. */
  readonly prefix: Span | undefined;
}

function readCommand(text: MappedText): Command | undefined {
  const exec = /^exec[ \t]+/.exec(text.text)?.[0];
  if (exec === undefined) {
    const words = plainWords(text);
    return words && { words, prefix: undefined };
  }
  const words = plainWords(text.slice(exec.length, text.text.length));
  const prefix = { start: text.offsetOf(0), end: words?.[0]?.span.start ?? 0 };
  // A continuation behind `exec` would go with it.
  return words && prefix.end - prefix.start === exec.length ? { words, prefix } : undefined;
}
