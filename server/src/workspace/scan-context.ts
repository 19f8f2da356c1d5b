import { lowerAscii } from '../text/lower-ascii';
import { type ContextEntry, type ContextTree, type DockerignoreFile, treeOf } from './context-tree';
import { readDockerignore } from './dockerignore';
import { endingOf } from './file-names';
import { type Host } from './host';
import { joinUri, nameOf, parentOf } from './uri';

/** How much of a build context is looked at; what lies beyond is unknown. */
const most = { entries: 5_000, folders: 400, depth: 6, scripts: 40, texts: 10 } as const;

/** Folders that tools fill: that they are there counts, what they hold does not. */
const filledByTools = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  'target',
  '__pycache__',
]);

/** Scripts that a shell may have to read, by the endings of their names, and by words of names that have none. */
const shellScripts = {
  endings: new Set(['sh', 'bash', 'ash']),
  words: ['entrypoint', 'start', 'run', 'init', 'boot'],
};

/** Files that may be started as they are. */
const scripts = {
  endings: new Set([...shellScripts.endings, 'py', 'pl', 'rb']),
  words: [...shellScripts.words, 'serve'],
};

/** Files that say how a project is built and started, or where a server listens and writes. */
const projectFiles = new Set([
  ...['pyproject.toml', 'uv.toml', 'package.json', 'nginx.conf', 'go.mod', 'Cargo.lock'],
]);

function isNamedAs(name: string, { endings, words }: typeof scripts): boolean {
  const ending = endingOf(name);
  if (ending !== undefined) return endings.has(ending);
  const lower = lowerAscii(name);
  return words.some((word) => lower.includes(word)) && /^[\w-]+$/.test(name);
}

/** Files that hold a secret or do not, whatever their names say. */
function isDoubtful(name: string): boolean {
  const ending = endingOf(name);
  return ending === 'pem' || ending === 'key' || lowerAscii(name) === '.npmrc';
}

/** Looks at the folder that a build is given. Absent where it cannot be read. */
export async function scanContext(
  host: Host,
  folder: string,
  dockerfileUri: string,
): Promise<ContextTree | undefined> {
  const listed = await listTree(host, folder);
  if (listed === undefined) return undefined;
  const files = listed.entries.filter(({ isFolder }) => !isFolder).map(({ path }) => path);
  const read = (path: string): Promise<string | undefined> => host.readFile(joinUri(folder, path));
  const [dockerignore, executables, doubtful, project, shellTexts] = await Promise.all([
    findDockerignore(host, folder, dockerfileUri, files),
    answers(
      files,
      (name) => isNamedAs(name, scripts),
      most.scripts,
      async (path) => host.isExecutable?.(joinUri(folder, path)),
    ),
    answers(files, isDoubtful, most.texts, read),
    answers(files, (name) => projectFiles.has(name), most.texts, read),
    answers(files, (name) => isNamedAs(name, shellScripts), most.texts, read),
  ]);
  const texts = new Map([...doubtful, ...project, ...shellTexts]);
  const rules = dockerignore?.exists === true ? readDockerignore(dockerignore.text) : undefined;
  return treeOf({ folder, ...listed, dockerignore, rules, executables, texts });
}

interface Listed {
  readonly entries: readonly ContextEntry[];
  readonly closed: ReadonlySet<string>;
}

/** Level by level, so that what is cut off lies deepest. */
async function listTree(host: Host, folder: string): Promise<Listed | undefined> {
  const entries: ContextEntry[] = [];
  const closed = new Set<string>();
  let level = [''];
  let folders = 0;
  for (let depth = 0; level.length > 0; depth++) {
    const isBeyond = depth >= most.depth || folders + level.length > most.folders;
    if (isBeyond) {
      for (const path of level) closed.add(path);
      break;
    }
    folders += level.length;
    const listings = await Promise.all(
      level.map(async (path) => host.listFolder(path === '' ? folder : joinUri(folder, path))),
    );
    const next: string[] = [];
    for (const [index, names] of listings.entries()) {
      const above = level[index] ?? '';
      if (names === undefined || entries.length + names.length > most.entries) {
        if (above === '') return undefined;
        closed.add(above);
        continue;
      }
      for (const written of [...names].sort()) {
        const isFolder = written.endsWith('/');
        const name = isFolder ? written.slice(0, -1) : written;
        const path = above === '' ? name : `${above}/${name}`;
        entries.push({ path, isFolder });
        if (!isFolder) continue;
        if (filledByTools.has(name)) closed.add(path);
        else next.push(path);
      }
    }
    level = next;
  }
  return { entries, closed };
}

/**
 * `<Dockerfile>.dockerignore` beside the Dockerfile wins over the `.dockerignore` of the context. Podman would take a
 * `.containerignore` first: then it is not known which file holds.
 * @see https://docs.docker.com/build/concepts/context/#filename-and-location
 */
async function findDockerignore(
  host: Host,
  folder: string,
  dockerfileUri: string,
  files: readonly string[],
): Promise<DockerignoreFile | undefined> {
  const beside = parentOf(dockerfileUri);
  const ownName = `${nameOf(dockerfileUri)}.dockerignore`;
  if (beside !== undefined && (await host.listFolder(beside))?.includes(ownName) === true)
    return readIgnoreFile(host, joinUri(beside, ownName));
  if (files.includes('.containerignore')) return undefined;
  const uri = joinUri(folder, '.dockerignore');
  return files.includes('.dockerignore') ? readIgnoreFile(host, uri) : { uri, exists: false, text: '' };
}

async function readIgnoreFile(host: Host, uri: string): Promise<DockerignoreFile | undefined> {
  const text = await host.readFile(uri);
  return text === undefined ? undefined : { uri, exists: true, text };
}

/** What is asked about the files whose names fit; no more of them than `limit`. */
async function answers<T>(
  files: readonly string[],
  wanted: (name: string) => boolean,
  limit: number,
  ask: (path: string) => Promise<T | undefined>,
): Promise<ReadonlyMap<string, T>> {
  const paths = files.filter((path) => wanted(path.slice(path.lastIndexOf('/') + 1))).slice(0, limit);
  const found = await Promise.all(paths.map(ask));
  return new Map(
    paths.flatMap((path, index) => {
      const answer = found[index];
      return answer === undefined ? [] : [[path, answer] as const];
    }),
  );
}
