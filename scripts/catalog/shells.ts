import { type Definition } from './definition';

/** What a definition says of a shell. Packages are not closed over what they depend on, so nothing is said of the rest. */
export interface ShellFacts {
  /** Packages that bring one. */
  readonly declared: readonly string[];
  /** No package, and yet there must be one: why. */
  readonly inferred?: string;
  /** A package that probably brings one. */
  readonly possible?: string;
}

/** Looks into other definitions for what is copied from their images. */
export type ShellReader = (definition: Definition) => ShellFacts;

const PACKAGES = ['bash', 'busybox', 'dash'];
const FILES = ['bash', 'busybox', 'dash', 'sh'].flatMap((name) => [`bin/${name}`, `usr/bin/${name}`]);

/** A definition may copy from an image that copies from another: more than these steps deep nobody looks. */
const MOST_STEPS = 4;

export function shellReader(definitions: readonly Definition[]): ShellReader {
  const byTag = new Map(
    definitions.flatMap((each) => each.tags.map((tag) => [`${each.repository}:${tag}`, each] as const)),
  );
  const sources = (repository: string, tag: string): readonly Definition[] => {
    const exact = byTag.get(`${repository}:${tag}`);
    if (exact !== undefined) return [exact];
    return definitions.filter((each) => each.repository === repository && each.variant === 'runtime');
  };
  const copiedFrom = (definition: Definition, step: number): string | undefined => {
    if (step >= MOST_STEPS) return undefined;
    for (const { name, includes, excludes } of definition.artifacts) {
      const [, repository = '', tag = ''] = /^dhi\.io\/([^:@]+):([^@]+)/.exec(name) ?? [];
      const from = repository === '' ? [] : sources(repository, tag);
      const copied = FILES.filter(
        (file) =>
          (includes === undefined || includes.some((pattern) => covers(pattern, file))) &&
          !excludes.some((pattern) => covers(pattern, file)),
      );
      if (from.length === 0 || copied.length === 0) continue;
      const byName = (includes ?? []).some((pattern) => FILES.includes(pattern.replace(/^\//, '')));
      if (byName || from.some((each) => hasShell(read(each, step + 1)))) return repository;
    }
    return undefined;
  };
  const read = (definition: Definition, step: number): ShellFacts => {
    const declared = PACKAGES.filter((name) => definition.packages.has(name));
    if (declared.length > 0) return { declared };
    const copied = copiedFrom(definition, step);
    if (copied !== undefined) return { declared, inferred: `copied from ${copied}` };
    if (startsShell(definition)) return { declared, inferred: 'starts a shell script' };
    // Unlike ca-certificates-bundle it has install scripts, so apk makes it need /bin/sh.
    if (definition.system.startsWith('alpine') && definition.packages.has('ca-certificates'))
      return { declared, possible: 'ca-certificates' };
    return { declared };
  };
  return (definition) => read(definition, 0);
}

function hasShell({ declared, inferred }: ShellFacts): boolean {
  return declared.length > 0 || inferred !== undefined;
}

function startsShell({ entrypoint = [], command = [] }: Definition): boolean {
  return [...entrypoint, ...command].some((word) =>
    /\.sh$|^(?:\/usr)?(?:\/bin\/)?(?:sh|bash|dash)$/.test(word),
  );
}

/** A pattern names a path, a folder with all below it, or has `*` and `**`. */
function covers(pattern: string, file: string): boolean {
  const trimmed = pattern.replace(/^\/+|\/+$/g, '');
  if (trimmed === '' || trimmed === '**') return true;
  const source = trimmed
    .split('/')
    .map((part) =>
      part === '**' ? '.*' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*'),
    )
    .join('/');
  return new RegExp(`^${source}(?:/|$)`).test(file);
}
