import { MappedText } from '../../../text/mapped';
import { type ContextTree } from '../../../workspace/context-tree';
import { plainWords } from '../../../dockerfile/plain-words';

/**
 * What a script of package.json runs, where that is Node with plain words: `node server.js` for `npm start`. Absent where
 * the file is not there or says anything else.
 * @param words the call: `npm start`, `npm run serve`, `yarn serve`.
 * @see https://docs.npmjs.com/cli/v11/using-npm/scripts
 */
export function npmScript(
  words: readonly string[],
  tree: ContextTree | undefined,
): readonly string[] | undefined {
  const [program = '', first = '', second = '', ...others] = words;
  if (!/^(?:npm|yarn|pnpm)$/.test(program)) return undefined;
  const isRun = first === 'run' || first === 'run-script';
  const name = isRun ? second : first;
  const surplus = isRun ? others : words.slice(2);
  if (name === '' || name.startsWith('-') || surplus.length > 0) return undefined;
  const script = scriptsOf(tree?.textOf('package.json'))?.[name];
  const plain = typeof script === 'string' ? plainWords(MappedText.verbatim(script, 0)) : undefined;
  const values = plain?.map(({ value }) => value);
  return values?.[0] === 'node' ? values : undefined;
}

function scriptsOf(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined;
  try {
    const json: unknown = JSON.parse(text);
    if (!isObject(json) || !isObject(json['scripts'])) return undefined;
    return json['scripts'];
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
