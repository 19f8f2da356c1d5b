import { type Language } from '../../server/src/rules/rule';

/**
 * A fenced block of a page: ` ```dockerfile files=uv.lock,src/main.py dockerignore=.git,.env`. A Compose file with
 * `builds=web/Dockerfile` behind the fence's language builds from the Dockerfile that stands above it, at that path.
 */
export interface Example {
  readonly language: Language;
  readonly code: string;
  /** What lies in the build context, by path. */
  readonly files: readonly string[];
  /** Scripts among the files of which it is known whether they may be executed: `executable=no:start.sh`. */
  readonly executable: Readonly<Record<string, boolean>>;
  /** Text of the `.dockerignore`, its lines divided by commas in the fence; absent: there is none. */
  readonly dockerignore: string | undefined;
  /** Text of the Dockerfiles that it builds from, by path; absent: nothing is known of them. */
  readonly dockerfiles: Readonly<Record<string, string>> | undefined;
  /** Secrets in files that git tracks, by path: `tracked=app.env:DB_PASSWORD`. */
  readonly trackedSecrets: Readonly<Record<string, string>> | undefined;
  /** The setting `trustedRegistries`: `trusted=docker.io,ghcr.io`. */
  readonly trusted: readonly string[];
}

/** Text of each `##` section by its heading. */
export function sectionsOf(page: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  for (const part of page.split(/^## /m).slice(1)) {
    const end = part.indexOf('\n');
    sections.set(part.slice(0, end).trim(), part.slice(end).trim());
  }
  return sections;
}

export function examplesOf(page: string, section: string): readonly Example[] {
  const text = sectionsOf(page).get(section) ?? '';
  let above = '';
  return [...text.matchAll(/^```(dockerfile|yaml)([^\n]*)\n([^]*?)^```/gm)].map(
    ([, fence, info = '', code = '']) => {
      if (fence === 'dockerfile') above = code;
      const [path] = wordsAfter('builds', info) ?? [];
      const tracked = wordsAfter('tracked', info);
      return {
        dockerfiles: path === undefined ? undefined : path === '' ? {} : { [path]: above },
        language: fence === 'dockerfile' ? 'dockerfile' : 'compose',
        code,
        files: wordsAfter('files', info) ?? [],
        executable: Object.fromEntries(
          (wordsAfter('executable', info) ?? []).map((word) => [
            word.replace(/^no:/, ''),
            !word.startsWith('no:'),
          ]),
        ),
        dockerignore: wordsAfter('dockerignore', info)?.join('\n'),
        trackedSecrets: tracked && Object.fromEntries(tracked.map(pairOf)),
        trusted: wordsAfter('trusted', info) ?? [],
      };
    },
  );
}

function wordsAfter(key: string, info: string): readonly string[] | undefined {
  return new RegExp(`\\b${key}=(\\S*)`).exec(info)?.[1]?.split(',');
}

function pairOf(word: string): readonly [string, string] {
  const [path = '', name = ''] = word.split(':');
  return [path, name];
}
