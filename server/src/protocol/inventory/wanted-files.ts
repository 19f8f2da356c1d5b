import { type WantedFile } from '../../service/inventory/workspace-images';
import { findDocuments, type FoundDocument } from '../../workspace/find-documents';
import { canonical } from '../../workspace/uri';
import { type Session } from '../session';
import { type WorkspaceFolders } from '../workspace-folders';

/** The Dockerfiles and Compose files of the workspace, and what is open besides. */
export class WantedFiles {
  #found: readonly FoundDocument[] | undefined;
  readonly #folders = new Map<string, string>();

  constructor(
    private readonly session: Session,
    private readonly workspace: WorkspaceFolders,
  ) {}

  /** Sorted by folder and path; an editor knows better than a name what its document is. */
  async list(isOver: () => boolean): Promise<readonly WantedFile[]> {
    const { host, documents } = this.session;
    let found = this.#found;
    if (found === undefined) {
      found = await findDocuments(host, this.workspace.uris, isOver);
      if (!isOver()) this.#found = found;
    }
    const files = new Map<string, WantedFile>();
    for (const { uri, language, folder } of found) {
      files.set(uri, { uri, language });
      this.#folders.set(uri, folder);
    }
    for (const { uri, language } of documents.all())
      files.set(canonical(uri), { uri: canonical(uri), language });
    return [...files.values()];
  }

  /** The workspace folder that a file was found in; the file itself where it was found in none. */
  folderOf(uri: string): string {
    return this.#folders.get(uri) ?? uri;
  }

  /** Files have come or gone. */
  forget(): void {
    this.#found = undefined;
    this.#folders.clear();
  }
}
