import { plainWords } from '../../../dockerfile/plain-words';
import { MappedText } from '../../../text/mapped';
import { type Shipment, type StartChange } from '../language';

interface CannotStart {
  readonly refuse: string;
}

/** How to start with `node` alone what npm, yarn, pnpm or npx starts; absent where none of them does. */
export function nodeStart({ start, textOf }: Shipment): StartChange | CannotStart | undefined {
  const [program = '', ...others] = start?.words ?? [];
  if (program === 'npx')
    return change(program, inModules(others.filter((word) => !/^(?:-y|--yes|--no-install)$/.test(word))));
  if (!/^(?:npm|yarn|pnpm)$/.test(program)) return undefined;
  const script = scriptName(program, others);
  if (script === undefined) return undefined;
  const text = scriptOf(textOf('package.json'), script.name);
  const called = `\`${program} ${others.join(' ')}\``;
  if (text === undefined)
    return {
      refuse: `The container starts ${called}, and the runtime image has no ${program}. What the script \`${script.name}\` of package.json does could not be read: start it with \`node\` directly; then this file can be migrated.`,
    };
  const words = plainWords(MappedText.verbatim(text, 0))?.map(({ value }) => value);
  if (words === undefined)
    return {
      refuse: `The container starts ${called}, which is \`${text}\`: that needs a shell, and the runtime image has neither a shell nor ${program}. Start it with \`node\` directly; then this file can be migrated.`,
    };
  const [own = ''] = words;
  if (own === 'node') return change(called, [...words, ...script.more]);
  if (program === 'pnpm' || !/^[\w.-]+$/.test(own))
    return {
      refuse: `The container starts ${called}, which is \`${text}\`, and the runtime image has no ${program} to find \`${own}\` with. Start it with \`node\` directly; then this file can be migrated.`,
    };
  return change(called, inModules([...words, ...script.more]));
}

/** npm and yarn link the programs of packages as scripts of Node: https://docs.npmjs.com/cli/configuring-npm/folders#executables */
function inModules([program = '', ...others]: readonly string[]): readonly string[] {
  return ['node', `node_modules/.bin/${program}`, ...others];
}

function change(called: string, words: readonly string[]): StartChange {
  return {
    words,
    title: `Start \`${words.slice(0, 2).join(' ')}\` instead of ${called.startsWith('`') ? called : `\`${called}\``}`,
    why: 'Package managers are not in the runtime image. They would also stand between the container and the program, and keep the signal to stop from it.',
  };
}

function scriptName(
  program: string,
  words: readonly string[],
): { readonly name: string; readonly more: readonly string[] } | undefined {
  const [first, second, ...others] = words.filter((word) => !/^(?:-s|--silent|-q)$/.test(word));
  if (first === 'run' || first === 'run-script')
    return second === undefined ? undefined : { name: second, more: others.filter((word) => word !== '--') };
  if (first === undefined) return undefined;
  const more = [second, ...others].filter((word): word is string => word !== undefined && word !== '--');
  return first === 'start' || program !== 'npm' ? { name: first, more } : undefined;
}

function scriptOf(text: string | undefined, name: string): string | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    const script = member(member(parsed, 'scripts'), name);
    if (typeof script === 'string') return script.trim();
    // https://docs.npmjs.com/cli/commands/npm-start
    return name === 'start' ? 'node server.js' : undefined;
  } catch {
    return undefined;
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
