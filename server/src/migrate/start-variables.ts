import { type Stage } from '../dockerfile/model';
import { valueOf } from '../text/known';

const variable = /\$(?:\{(\w+)(?::?-([\w./:-]*))?\}|(\w+))/g;

/** Names that stand for further words of a command, where somebody gives some. */
const options = /(?:^|_)(?:OPTS|OPTIONS|ARGS|ARGUMENTS|FLAGS|PARAMS)$/;

interface Expanded {
  readonly text: string;
  readonly variables: readonly string[];
  readonly left: readonly string[];
}

/**
 * The text with the values of ENV and of defaults (`${PORT:-8000}`) in place of variables; a value may hold several words.
 * A variable for options that nobody sets is left out where it stands as a word: a shell makes no word of it.
 */
export function withValues(stage: Stage, text: string): Expanded {
  const variables: string[] = [];
  const left: string[] = [];
  const expanded = text.replace(
    variable,
    (
      whole: string,
      braced: string | undefined,
      fallback: string | undefined,
      bare: string | undefined,
      at: number,
    ) => {
      const name = braced ?? bare ?? '';
      const value = atRun(stage, name) ?? fallback;
      if (value !== undefined && /^[\w./:@=,+ -]*$/.test(value)) {
        variables.push(name);
        return value;
      }
      const isWord = /(?:^|\s)$/.test(text.slice(0, at)) && /^(?:\s|$)/.test(text.slice(at + whole.length));
      if (!isWord || !options.test(name) || isSet(stage, name)) return whole;
      left.push(name);
      return '';
    },
  );
  return { text: expanded.trim(), variables, left };
}

/** Without `$0 $@` or `"$@"` at the end: words of CMD come there by themselves where no shell stands before them. */
export function withoutHandedOn(text: string): string {
  return text.replace(/(?:\s+"?\$(?:\{0\}|0)"?)?\s+"?\$(?:\{@\}|@|\*|\{\*\})"?$/, '');
}

/** Names of the variables of a command whose values the file does not say. */
export function unsetIn(stage: Stage, text: string): readonly string[] {
  const names = [...text.matchAll(variable)].flatMap(([, braced, fallback, bare]) => {
    const name = braced ?? bare ?? '';
    return fallback !== undefined || /^\d*$/.test(name) || isSet(stage, name) ? [] : [name];
  });
  return [...new Set(names)];
}

/** The value that a container has: a build argument is gone by then. */
function atRun(stage: Stage, name: string): string | undefined {
  return stage.final.variables.get(name)?.kind === 'env' ? valueOf(stage.final.variable(name)) : undefined;
}

function isSet(stage: Stage, name: string): boolean {
  return stage.final.variables.get(name)?.kind === 'env';
}
