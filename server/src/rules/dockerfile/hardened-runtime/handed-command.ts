import { isShell, programOf } from '../../../dockerfile/interpreters';
import { type CommandInstruction, type JsonForm, type Stage } from '../../../dockerfile/model';
import { removeInstruction } from '../../../dockerfile/edits';
import { type Dockerfile } from '../../../dockerfile/model';
import { remove, replace } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { type Fix } from '../../rule';
import { plainWords } from '../../../dockerfile/plain-words';
import { startedBy, startedWord } from './started';

/** A CMD whose words do not mean what they say, because the image's ENTRYPOINT gets them. */
export interface HandedCommand {
  readonly command: CommandInstruction;
  /** The program that the image starts. */
  readonly program: string;
  /** Whether it is a shell's words that the program gets: `nginx /bin/sh -c …`. */
  readonly isShellForm: boolean;
}

/** The CMD of a stage on a hardened image that names the program again, or that is in shell form. */
export function handedCommand(stage: Stage): HandedCommand | undefined {
  if (stage.base.facts.hardened === undefined) return undefined;
  const { command, commandGoes, imageEntrypoint } = startedBy(stage);
  const word = imageEntrypoint && startedWord(imageEntrypoint);
  if (
    command === undefined ||
    command.onbuild !== undefined ||
    commandGoes !== 'to image' ||
    word === undefined
  )
    return undefined;
  const program = programOf(word);
  if (command.json !== undefined) {
    const [first] = command.json.items;
    return first !== undefined && programOf(first.value) === program
      ? { command, program, isShellForm: false }
      : undefined;
  }
  // A script may start what it gets, and a shell reads a script from what it gets.
  if (command.script === undefined || isScript(word) || isShell(program)) return undefined;
  return { command, program, isShellForm: true };
}

/** Whether a program is a script that sets things up before it starts another. */
export function isScript(program: string): boolean {
  return /\.sh$|entrypoint|start|init/.test(programOf(program));
}

/** Offers the words that the program should get. */
export function handedFix(
  dockerfile: Dockerfile,
  { command, program, isShellForm }: HandedCommand,
): Fix | undefined {
  if (!isShellForm) return command.json && withoutFirst(dockerfile, command, command.json);
  const words = plainWords(command.body)?.map(({ value }) => value);
  const span = command.body.spanOf(0, command.body.text.length);
  if (words === undefined || dockerfile.source.slice(span).includes('\n')) return undefined;
  const own = programOf(words[0] ?? '') === program ? words.slice(1) : words;
  if (own.length === 0) return removal(dockerfile, command);
  const array = `[${own.map((word) => JSON.stringify(word)).join(', ')}]`;
  return { title: `Change to CMD ${array}`, edits: [replace(span, array)] };
}

function withoutFirst(
  dockerfile: Dockerfile,
  command: CommandInstruction,
  { items }: JsonForm,
): Fix | undefined {
  const [first, second] = items;
  if (first === undefined) return undefined;
  if (second === undefined) return removal(dockerfile, command);
  const span: Span = { start: first.span.start, end: second.span.start };
  if (dockerfile.source.slice(span).includes('\n')) return undefined;
  return { title: `Leave out ${JSON.stringify(first.value)}`, edits: [remove(span)] };
}

/** The image's own words are then in force. */
function removal(dockerfile: Dockerfile, command: CommandInstruction): Fix {
  return { title: 'Remove this CMD', edits: [removeInstruction(dockerfile, command)] };
}
