import { parseShell } from '../../server/src/shell/parse';
import { MappedText } from '../../server/src/text/mapped';

/** The words after `docker` of every docker command of a script, as the shell would hand them over. */
export function dockerCommandsOf(script: string): readonly (readonly string[])[] {
  const set = script.replaceAll('$PWD', '/project').replace(/\$\(id -[ug]\)/g, '1000');
  const parsed = parseShell(MappedText.verbatim(set, 0));
  if (!parsed.complete) throw new Error(`not a script that can be read:\n${script}`);
  return parsed.commands
    .filter(({ name }) => name === 'docker')
    .map(({ args }) => args.map(({ value }) => value));
}

/** A `docker run` or `docker create`, taken apart. */
export interface ContainerCommand {
  readonly options: readonly { readonly name: string; readonly value?: string }[];
  readonly image: string;
  /** What is handed to the container. */
  readonly rest: readonly string[];
}

const flags = new Set(['--rm', '--detach', '--interactive', '--tty', '-i', '-t', '-it', '-d']);

/** Reads the words as docker does: the first that belongs to no option is the image. */
export function containerCommand([command = '', ...words]: readonly string[]): ContainerCommand | undefined {
  if (command !== 'run' && command !== 'create') return undefined;
  const options: { name: string; value?: string }[] = [];
  let at = 0;
  for (; words[at]?.startsWith('-') === true; at++) {
    const word = words[at] ?? '';
    const equals = word.indexOf('=');
    if (flags.has(word)) options.push({ name: word });
    else if (equals > 0) options.push({ name: word.slice(0, equals), value: word.slice(equals + 1) });
    else options.push({ name: word, value: words[++at] ?? '' });
  }
  return { options, image: words[at] ?? '', rest: words.slice(at + 1) };
}
