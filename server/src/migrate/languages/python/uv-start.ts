import { type StartChange } from '../language';

/** Flags of `uv run` without a value that mean nothing once the environment is there. */
const idle =
  /^(?:--no-sync|--frozen|--locked|--no-dev|--offline|--quiet|-q|--no-progress|--isolated|--no-editable|--exact|--no-project)$/;

/** What `uv run` starts, without uv; absent where uv starts nothing. */
export function uvStart([program, verb, ...others]: readonly string[]):
  StartChange | { readonly refuse: string } | undefined {
  if (program !== 'uv') return undefined;
  const rest = others.slice(others.findIndex((word) => !idle.test(word)));
  const [first, second] = rest;
  if (verb !== 'run' || first === undefined)
    return {
      refuse: `The container starts \`uv ${[verb, ...others].join(' ')}\`, and uv is not in what ships. Start the program itself; then this file can be migrated.`,
    };
  const words =
    first === '--'
      ? rest.slice(1)
      : first === '-m' || first === '--module'
        ? ['python', '-m', ...rest.slice(1)]
        : rest;
  if (words[0]?.startsWith('-') === true || (first === '-m' && second === undefined))
    return {
      refuse: `\`uv run ${others.join(' ')}\` does more than start a program, and uv is not in what ships. Start the program itself; then this file can be migrated.`,
    };
  const own = words[0]?.endsWith('.py') === true ? ['python', ...words] : words;
  return {
    words: own,
    title: `Start \`${own[0] ?? ''}\` from the environment instead of by \`uv run\``,
    why: 'uv belongs to the build: at each start it would look whether everything is installed, and change the environment where it is not. The programs of the environment are on PATH.',
  };
}
