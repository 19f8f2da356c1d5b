import { loneFile, loneProject } from '../../server/src/compose/project';
import { readComposeText } from '../../server/src/compose/text';
import { viewsOf } from '../../server/src/compose/views';
import { ABSENT, known } from '../../server/src/text/known';
import { Source } from '../../server/src/text/source';
import { nameOf, parentOf } from '../../server/src/workspace/uri';
import { type BuildContext, type SeenCompose } from '../../server/src/workspace/context';
import { type ContextEntry, type ContextTree, treeOf } from '../../server/src/workspace/context-tree';
import { readDockerignore } from '../../server/src/workspace/dockerignore';

/** What a test says about the world around its document. */
export interface Surroundings {
  /**
   * Everything in the build context, which is the document's folder `file:///w`: files by their paths (`src/main.py`),
   * empty folders with a slash behind them. Absent: the folder cannot be read.
   */
  readonly files?: readonly string[];
  /** Text of the `.dockerignore`; absent: there is none. */
  readonly dockerignore?: string | undefined;
  /** Scripts among the files that may be executed; of no other is it known. */
  readonly executable?: Readonly<Record<string, boolean>>;
  /** Text of files whose names do not say whether they hold a secret. */
  readonly texts?: Readonly<Record<string, string>>;
  /**
   * Text of the Dockerfiles that a Compose file may build from, by their paths. With them it is known of every other path that
   * no Dockerfile is there.
   */
  readonly dockerfiles?: Readonly<Record<string, string>> | undefined;
  /** The name of a secret in each file that git tracks, by its path. */
  readonly trackedSecrets?: Readonly<Record<string, string>> | undefined;
  /** By folder relative to the document. */
  readonly folders?: Readonly<Record<string, readonly string[]>>;
  readonly targets?: readonly string[];
  readonly namedContexts?: readonly string[];
  readonly hadolintIgnored?: readonly string[];
}

export function contextOf(around: Surroundings = {}): BuildContext {
  const { files, folders, targets, namedContexts } = around;
  const tree = files === undefined ? undefined : treeAround(around, files);
  const here = tree?.entries.map(({ path }) => path).filter((path) => !path.includes('/'));
  return {
    has: (name) => here?.includes(name),
    hasIn: (folder, name) => (folders?.[folder] ?? (isHere(folder) ? here : undefined))?.includes(name),
    tree,
    targets: targets ?? [],
    namedContexts: namedContexts ?? [],
    hadolintIgnored: around.hadolintIgnored ?? [],
    ...(around.dockerfiles !== undefined && builds(around.dockerfiles)),
    ...(around.trackedSecrets !== undefined && inGit(around.trackedSecrets)),
  };
}

function inGit(secrets: Readonly<Record<string, string>>): Pick<BuildContext, 'compose' | 'trackedSecrets'> {
  const names = Object.entries(secrets).map(([path, name]) => [`file:///w/${path}`, name] as const);
  return { compose: seenCompose(), trackedSecrets: new Map(names) };
}

/** A Compose file in `file:///w`. */
function seenCompose(): SeenCompose {
  const uri = 'file:///w/compose.yaml';
  const content = readComposeText('');
  const document = {
    uri,
    content,
    projects: [loneProject({ ...loneFile(uri, content), folder: 'file:///w' })],
  };
  return { ...document, views: viewsOf(document) };
}

/** The Dockerfiles around a Compose file. */
function builds(texts: Readonly<Record<string, string>>): Pick<BuildContext, 'compose' | 'dockerfiles'> {
  const files = new Map(
    Object.entries(texts).map(([path, text]) => [`file:///w/${path}`, { source: new Source(text) }]),
  );
  return {
    compose: seenCompose(),
    dockerfiles: {
      at(each) {
        const file = files.get(each);
        return file === undefined ? ABSENT : known(file);
      },
      namesIn: (folder) =>
        [...files.keys()].filter((each) => parentOf(each) === folder).map((each) => nameOf(each)),
    },
  };
}

function treeAround(
  { dockerignore, executable, texts }: Surroundings,
  files: readonly string[],
): ContextTree {
  const exists = dockerignore !== undefined;
  return treeOf({
    folder: 'file:///w',
    entries: entriesOf(exists ? [...files, '.dockerignore'] : files),
    closed: new Set(),
    dockerignore: { uri: 'file:///w/.dockerignore', exists, text: dockerignore ?? '' },
    rules: exists ? readDockerignore(dockerignore) : undefined,
    executables: new Map(Object.entries(executable ?? {})),
    texts: new Map(Object.entries(texts ?? {})),
  });
}

/** The files, and the folders that they lie in. */
function entriesOf(files: readonly string[]): readonly ContextEntry[] {
  const entries = new Map<string, ContextEntry>();
  for (const file of files) {
    const parts = file.split('/');
    for (let length = 1; length <= parts.length; length++) {
      const path = parts.slice(0, length).join('/');
      if (!path.endsWith('/')) entries.set(path, { path, isFolder: length < parts.length });
    }
  }
  return [...entries.values()];
}

function isHere(folder: string): boolean {
  return folder === '.' || folder === './';
}
