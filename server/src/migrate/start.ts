import { isShell, programOf } from '../dockerfile/interpreters';
import { type CommandInstruction, type Stage } from '../dockerfile/model';
import { plainWords } from '../dockerfile/plain-words';
import { MappedText } from '../text/mapped';
import { unsetIn, withoutHandedOn, withValues } from './start-variables';

/** What a container starts, as words that need no shell. */
export interface Start {
  /** ENTRYPOINT and CMD, those of them that the file sets and that count. Never empty. */
  readonly parts: readonly [StartPart, ...StartPart[]];
  /** All of their words in one, without the init program before them. */
  readonly words: readonly string[];
}

export interface StartPart {
  readonly instruction: CommandInstruction;
  readonly words: readonly string[];
  /**
   * How it is written: as an array; as words that a shell only hands on; inside `sh -c`; with variables whose values the
   * file says.
   */
  readonly form: 'array' | 'words' | 'wrapped' | 'expanded';
  /** Variables whose values were put in. */
  readonly variables: readonly string[];
  /** Variables with options that nothing in the file sets, so that they stood for no word, and are left out. */
  readonly left: readonly string[];
}

/** An ENTRYPOINT or CMD that only a shell can run. */
export interface NeedsShell {
  readonly needsShell: CommandInstruction;
  /** Variables in it whose values the file does not say. */
  readonly unset: readonly string[];
}

/** What a stage starts; absent where nothing in the file says so, as the image does. */
export function readStart(stage: Stage): Start | NeedsShell | undefined {
  const entrypoint = commandOf(stage, 'ENTRYPOINT');
  const command = commandOf(stage, 'CMD');
  // A shell that runs the entry point drops the words of CMD.
  const counted = [
    entrypoint,
    entrypoint !== undefined && entrypoint.json === undefined ? undefined : command,
  ];
  const parts: StartPart[] = [];
  for (const instruction of counted) {
    if (instruction === undefined) continue;
    const part = readPart(stage, instruction);
    if (part === undefined) return { needsShell: instruction, unset: unsetOf(stage, instruction) };
    parts.push(part);
  }
  const [first, ...others] = parts;
  if (first === undefined) return undefined;
  return { parts: [first, ...others], words: withoutInit(parts.flatMap(({ words }) => words)) };
}

/** Names that stand between a command and its being started without a shell; none where it needs one anyway. */
function unsetOf(stage: Stage, { body, json }: CommandInstruction): readonly string[] {
  const text = json === undefined ? body.text : (json.items[2]?.value ?? '');
  const isPlain =
    wordsOf(
      text
        .trim()
        .replace(/^exec\s+/, '')
        .replace(/\$(?:\{\w+\}|\w+)/g, 'x'),
    ) !== undefined;
  return isPlain ? unsetIn(stage, text) : [];
}

function commandOf(stage: Stage, keyword: 'CMD' | 'ENTRYPOINT'): CommandInstruction | undefined {
  const found = stage.effective(keyword);
  return found?.keyword === keyword && found.body.text !== '' && found.json?.items.length !== 0
    ? found
    : undefined;
}

function readPart(stage: Stage, instruction: CommandInstruction): StartPart | undefined {
  const { json, body } = instruction;
  if (json === undefined) return readScript(stage, instruction, body.text, 'words');
  const words = json.items.map(({ value }) => value);
  const [program = '', flag = '', script, ...others] = words;
  if (!isShell(programOf(program))) return { instruction, words, form: 'array', variables: [], left: [] };
  // A script that is named: what it does is looked at where it is looked for.
  if (/^[\w./]/.test(flag)) return { instruction, words, form: 'array', variables: [], left: [] };
  if (!/^-[elx]*c$/.test(flag) || script === undefined || others.length > 0) return undefined;
  return readScript(stage, instruction, script, 'wrapped');
}

function readScript(
  stage: Stage,
  instruction: CommandInstruction,
  script: string,
  form: 'words' | 'wrapped',
): StartPart | undefined {
  const read = readWords(stage, script);
  if (read === undefined) return undefined;
  return { instruction, ...read, form: read.variables.length + read.left.length === 0 ? form : 'expanded' };
}

/** The words of a script that only starts a program, with what became of variables. */
export function readWords(
  stage: Stage,
  script: string,
): Pick<StartPart, 'words' | 'variables' | 'left'> | undefined {
  const text = withoutHandedOn(script.trim().replace(/^exec\s+/, ''));
  const words = wordsOf(text);
  if (words !== undefined) return { words, variables: [], left: [] };
  const { text: expanded, variables, left } = withValues(stage, text);
  const known = wordsOf(expanded);
  return known && { words: known, variables, left };
}

function wordsOf(text: string): readonly string[] | undefined {
  return plainWords(MappedText.verbatim(text.replace(/\s+/g, ' '), 0))?.map(({ value }) => value);
}

/** The words behind an init program: https://github.com/krallin/tini, https://github.com/Yelp/dumb-init */
export function withoutInit(words: readonly string[]): readonly string[] {
  if (!/(?:^|\/)(?:tini|tini-static|dumb-init|catatonit)$/.test(words[0] ?? '')) return words;
  const separator = words.indexOf('--');
  if (separator > 0) return words.slice(separator + 1);
  const program = words.findIndex((word, at) => at > 0 && !word.startsWith('-'));
  return program < 0 ? [] : words.slice(program);
}
