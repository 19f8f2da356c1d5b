import { lazy } from '../../../dockerfile/lazy';
import { type Dockerfile } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { instructionsOf } from '../../../dockerfile/walk';
import { flagValues, operands } from '../../../shell/flags';
import { type ShellCommand, type ShellScript, type ShellWord } from '../../../shell/model';
import { packageManagerOf } from '../../../shell/package-managers/package-command';
import { HintedPattern } from '../../../text/hinted-pattern';
import { type Span } from '../../../text/span';
import { fetchOf } from '../supply/fetched-file';

/** How an address begins that is fetched over http, in lower case. */
export const cleartextScheme = 'http://';

/** A place where something is fetched over http. */
export interface CleartextUse {
  readonly url: string;
  /** Of the text that holds the address. */
  readonly span: Span;
  readonly kind: 'download' | 'index';
}

/**
 * Every download and package index over http. Sources of apt, apk and rpm are left out: what comes from them is signed,
 * and rules of their own speak where that is not checked.
 */
export function cleartextUses(dockerfile: Dockerfile): readonly CleartextUse[] {
  return [...inVariables(dockerfile), ...inCopies(dockerfile), ...inCommands(dockerfile)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** Variables that name an index of packages: of pip, uv, npm, yarn, Go, Bundler. */
const indexVariables =
  /^(?:(?:PIP|UV)_(?:EXTRA_)?INDEX_URL|UV_(?:DEFAULT_)?INDEX|PIP_FIND_LINKS|npm_config_registry|NPM_CONFIG_REGISTRY|YARN_(?:NPM_)?REGISTRY(?:_SERVER)?|GOPROXY|BUNDLE_MIRROR__\w+|CARGO_REGISTRIES_\w+_INDEX)$/;

function inVariables(dockerfile: Dockerfile): readonly CleartextUse[] {
  const found: CleartextUse[] = [];
  for (const { pairs } of instructionsOf(dockerfile, ['ENV', 'ARG'], { triggers: true }))
    for (const { name, value, valueSpan } of pairs)
      if (valueSpan !== undefined && value !== undefined && isClear(value) && indexVariables.test(name))
        found.push({ url: value, span: valueSpan, kind: 'index' });
  return found;
}

function inCopies(dockerfile: Dockerfile): readonly CleartextUse[] {
  return instructionsOf(dockerfile, 'ADD', { triggers: true }).flatMap(({ sources, flags }) => {
    if (flags.some(({ name }) => name === 'checksum')) return [];
    return sources.flatMap(({ text, span }) => {
      const url = text.replace(/^["']/, '');
      return isClear(url) ? [{ url, span, kind: 'download' as const }] : [];
    });
  });
}

function inCommands(dockerfile: Dockerfile): readonly CleartextUse[] {
  const found: CleartextUse[] = [];
  for (const { script } of instructionsOf(dockerfile, 'RUN', { triggers: true }))
    if (script?.text.text.toLowerCase().includes(cleartextScheme) === true) found.push(...inScript(script));
  return found;
}

const inScript = factOf(({ commands }: ShellScript): readonly CleartextUse[] => {
  // What is compared with a checksum or a signature cannot be swapped.
  const isChecked = lazy(() => commands.some(({ name }) => checkers.has(name) || shaSum.test(name)));
  return commands.flatMap((command) => {
    const found = downloads(command);
    return [...(found.length > 0 && isChecked() ? [] : found), ...indexes(command)];
  });
});

const shaSum = new HintedPattern(/^sha\d+sum$/, 'sha');
const checkers = new Set(['b2sum', 'shasum', 'gpg', 'gpg2', 'gpgv', 'gpgv2', 'cosign', 'minisign']);

function downloads(command: ShellCommand): readonly CleartextUse[] {
  const word = fetchOf(command)?.word ?? cloned(command);
  return word !== undefined && isClear(word.value)
    ? [{ url: word.value, span: word.span, kind: 'download' }]
    : [];
}

function cloned(command: ShellCommand): ShellWord | undefined {
  if (command.name !== 'git' || !command.args.some(({ value }) => value === 'clone')) return undefined;
  return operands(command).find(({ value }) => isClear(value));
}

/** Flags by which package managers of languages are told of an index. */
const indexFlags: Readonly<Record<string, readonly string[]>> = {
  pip: ['-i', '--index-url', '--extra-index-url', '-f', '--find-links'],
  pipx: ['-i', '--index-url'],
  uv: ['-i', '--index-url', '--extra-index-url', '--index', '--default-index', '-f', '--find-links'],
  npm: ['--registry'],
  yarn: ['--registry'],
  pnpm: ['--registry'],
  bun: ['--registry'],
  gem: ['-s', '--source'],
};

function indexes(command: ShellCommand): readonly CleartextUse[] {
  const manager = packageManagerOf(command);
  const names = manager && indexFlags[manager.name];
  if (names === undefined) return [];
  const given = flagValues(command, ...names).map(({ value, valueSpan }) => ({
    url: value,
    span: valueSpan,
  }));
  return [...given, ...configured(command)]
    .filter(({ url }) => isClear(url))
    .map(({ url, span }) => ({ url, span, kind: 'index' }));
}

/** `npm config set registry http://…`, `pip config set global.index-url http://…`. */
function configured(command: ShellCommand): readonly { readonly url: string; readonly span: Span }[] {
  const words = operands(command);
  const [first, second, third, fourth] = words[0]?.value === 'pip' ? words.slice(1) : words;
  if (first?.value !== 'config' || second?.value !== 'set' || third === undefined) return [];
  if (!/registry|index-?url/i.test(third.value)) return [];
  const [, joined] = /^[^=]*=(.*)$/.exec(third.value) ?? [];
  if (joined !== undefined) return [{ url: joined, span: third.span }];
  return fourth === undefined ? [] : [{ url: fourth.value, span: fourth.span }];
}

function isClear(url: string): boolean {
  return url.slice(0, cleartextScheme.length).toLowerCase() === cleartextScheme;
}
