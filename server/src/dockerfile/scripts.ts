import { type ShellScript } from '../shell/model';
import { parseShell } from '../shell/parse';
import { type MappedText } from '../text/mapped';
import { isShell } from './interpreters';

/**
 * A script together with the commands that it hands to a shell on standard input (`bash <<EOF`), which stand in no
 * command of its own.
 */
export function parseWithInput(text: MappedText): ShellScript {
  const script = parseShell(text);
  const inner = script.commands.flatMap((command) => {
    if (!isShell(command.name) || !readsInput(command.args.map(({ value }) => value))) return [];
    const heredoc = command.redirects.find(({ operator }) => operator.startsWith('<<'))?.heredoc;
    return heredoc === undefined ? [] : [parseShell(heredoc)];
  });
  if (inner.length === 0) return script;
  return {
    text,
    commands: [script, ...inner].flatMap(({ commands }) => commands),
    pipelines: [script, ...inner].flatMap(({ pipelines }) => pipelines),
    facts: new Map(),
    complete: script.complete && inner.every(({ complete }) => complete),
  };
}

/** Whether a shell with these words reads its script from standard input: it is given neither a file nor `-c`. */
function readsInput(words: readonly string[]): boolean {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '-' || word === '-s') return true;
    if (!/^[-+]/.test(word) || /^-[a-z]*c/.test(word)) return false;
    if (/^[-+][a-z]*o$/.test(word)) at++;
  }
  return true;
}
