import { type Variables } from '../compose/interpolate';
import { type Include, linksOf } from '../compose/links';
import { type ComposeProject, type ProjectFile } from '../compose/project';
import { type ComposeText } from '../compose/text';
import { type ComposeFiles } from './compose-files';
import { localPath } from './local-path';
import { joinUri, parentOf } from './uri';

/** What a project starts from. */
export interface ProjectRoot {
  /** URIs of files that lie over each other, weakest first. */
  readonly files: readonly string[];
  /** URI of the folder that relative paths start at, and that `.env` lies in. */
  readonly folder: string;
}

/** Files that include each other in a longer chain are left out. */
const deepest = 16;

/** Reads a project with all that its files include and extend. Never throws; what cannot be read makes it incomplete. */
export async function loadProject(files: ComposeFiles, root: ProjectRoot): Promise<ComposeProject> {
  const loading = new Loading(files);
  const variables = (await files.variables(joinUri(root.folder, '.env'))) ?? new Map<string, string>();
  await loading.layers(root, variables, []);
  return loading;
}

interface OpenFile extends ProjectFile {
  readonly extended: Map<string, ProjectFile>;
  readonly envFiles: Map<string, Variables>;
}

class Loading implements ComposeProject {
  readonly files: ProjectFile[] = [];
  isWhole = true;
  isClosed = true;
  readonly #made = new Map<string, ProjectFile>();
  /** Files among the layers: of what two files include, the first counts. */
  readonly #laid = new Set<string>();

  constructor(private readonly reader: ComposeFiles) {}

  /** @param above the files that include these, so that a circle ends. */
  async layers(
    { files, folder }: ProjectRoot,
    variables: Variables,
    above: readonly string[],
  ): Promise<void> {
    for (const uri of files) {
      if (this.#laid.has(`${uri} ${folder}`) && !above.includes(uri)) continue;
      const isCircle = above.includes(uri) || above.length > deepest;
      const content = isCircle ? undefined : await this.reader.read(uri);
      if (content === undefined) {
        this.isWhole = false;
        if (above.length === 0 || files.length > 1) this.isClosed = false;
        continue;
      }
      this.#laid.add(`${uri} ${folder}`);
      const { includes, isWhole } = linksOf(content, variables);
      this.isWhole &&= isWhole;
      for (const include of includes) await this.#include(include, folder, variables, [...above, uri]);
      this.files.push(await this.#file(uri, content, folder, variables));
    }
  }

  async #include(
    { paths, projectDirectory, envFiles }: Include,
    folder: string,
    variables: Variables,
    above: readonly string[],
  ): Promise<void> {
    const files = paths.flatMap((path) => localPath(path, folder) ?? []);
    const [first] = files;
    const own =
      projectDirectory === undefined ? first && parentOf(first) : localPath(projectDirectory, folder);
    if (own === undefined || files.length < paths.length) {
      this.isWhole = false;
      return;
    }
    const places =
      envFiles.length > 0 ? envFiles.map((path) => localPath(path, folder)) : [joinUri(own, '.env')];
    let known: Variables = variables;
    for (const place of places) {
      const more = place === undefined ? undefined : await this.reader.variables(place, known);
      // What the including project gives wins over what the included one brings.
      known = new Map([...known, ...(more ?? []), ...variables]);
    }
    await this.layers({ files, folder: own }, known, above);
  }

  async #file(uri: string, content: ComposeText, folder: string, variables: Variables): Promise<ProjectFile> {
    const key = `${uri} ${folder}`;
    const before = this.#made.get(key);
    if (before !== undefined) return before;
    const file: OpenFile = { uri, content, folder, variables, extended: new Map(), envFiles: new Map() };
    this.#made.set(key, file);
    const links = linksOf(content, variables);
    for (const path of links.extended) {
      const place = localPath(path, folder);
      const base = place === undefined ? undefined : await this.#extended(place, variables);
      if (base !== undefined) file.extended.set(path, base);
    }
    for (const path of links.envFiles) {
      const place = localPath(path, folder);
      const set = place === undefined ? undefined : await this.reader.variables(place, variables);
      if (set !== undefined) file.envFiles.set(path, set);
    }
    return file;
  }

  async #extended(uri: string, variables: Variables): Promise<ProjectFile | undefined> {
    const content = await this.reader.read(uri);
    const folder = parentOf(uri);
    return content === undefined || folder === undefined
      ? undefined
      : this.#file(uri, content, folder, variables);
  }
}
