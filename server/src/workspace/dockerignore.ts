import { type PathPattern, readPattern } from './ignore-pattern';

/** What a `.dockerignore` leaves out of a build context. Paths are relative to the context, with forward slashes. */
export interface Dockerignore {
  /**
   * Whether the file or folder is left out; `undefined` where the file is malformed, or where builders read it
   * differently.
   */
  ignores(path: string): boolean | undefined;
  /** The line that decides about the path, as written and trimmed; absent where none matches. */
  deciding(path: string): string | undefined;
  /** Whether an exception may bring something back that lies below the path. */
  mayReinclude(path: string): boolean;
}

interface Rule extends PathPattern {
  readonly line: string;
  readonly isException: boolean;
}

/** More rules, and longer paths, nobody writes: of them nothing is said. */
const most = { rules: 500, path: 1_000 } as const;

/** What holds of one path: for each rule whether it matches the path or a folder above it. */
interface Verdict {
  readonly ignored: boolean;
  readonly last: Rule | undefined;
  readonly matched: readonly boolean[];
}

const nothingMatches: Verdict = { ignored: false, last: undefined, matched: [] };

/**
 * Reads a `.dockerignore` as Docker does. The last line that matches a path, or a folder that it lies in, decides. Of a
 * folder BuildKit looks at an exception only where something leaves the folder out: an exception for a folder
 * (`!docs`) then brings nothing back that an earlier line leaves out below it (`docs/draft`), although the description
 * says otherwise; such paths are `undefined`.
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 * @see https://github.com/moby/patternmatcher
 */
export function readDockerignore(text: string): Dockerignore {
  const read = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map(readLine);
  const rules = read.filter((rule) => rule !== undefined && rule !== 'malformed');
  const isUnknown = read.includes('malformed') || rules.length > most.rules;
  const described = judge(rules, () => true);
  const practised = judge(rules, (rule, ignored) => rule.isException === ignored);
  return {
    ignores(path) {
      if (isUnknown || path.length > most.path) return undefined;
      const { ignored } = described(path);
      return practised(path).ignored === ignored ? ignored : undefined;
    },
    deciding: (path) => (isUnknown || path.length > most.path ? undefined : described(path).last?.line),
    mayReinclude: (path) =>
      rules.some(({ isException, isPlain, prefix }) => {
        const below = `${path}/`;
        return isException && (prefix.startsWith(below) || (!isPlain && below.startsWith(prefix)));
      }),
  };
}

/** @param looksAt whether a rule is tried, given what the rules before it made of the path. */
function judge(
  rules: readonly Rule[],
  looksAt: (rule: Rule, ignored: boolean) => boolean,
): (path: string) => Verdict {
  const folders = new Map<string, Verdict>();
  const folderVerdict = (path: string): Verdict => {
    const verdict = folders.get(path) ?? verdictOn(path);
    folders.set(path, verdict);
    return verdict;
  };
  const verdictOn = (path: string): Verdict => {
    if (path === '' || path === '.') return nothingMatches;
    const slash = path.lastIndexOf('/');
    const above = slash < 0 ? nothingMatches : folderVerdict(path.slice(0, slash));
    let ignored = false;
    let last: Rule | undefined;
    const matched = rules.map((rule, index) => {
      const matches = above.matched[index] === true || (looksAt(rule, ignored) && rule.matches(path));
      if (!matches) return false;
      ignored = !rule.isException;
      last = rule;
      return true;
    });
    return { ignored, last, matched };
  };
  return verdictOn;
}

function readLine(text: string): Rule | 'malformed' | undefined {
  if (text.startsWith('#')) return undefined;
  const line = text.trim();
  if (line === '') return undefined;
  const isException = line.startsWith('!');
  const written = isException ? line.slice(1).trim() : line;
  if (written === '') return 'malformed';
  const pattern = readPattern(cleaned(written));
  return pattern === undefined ? 'malformed' : { ...pattern, line, isException };
}

/** Go's `filepath.Clean`, and no slash at the start: every path starts at the context. */
function cleaned(path: string): string {
  const isRooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isRooted) parts.push('..');
  }
  return parts.join('/');
}
