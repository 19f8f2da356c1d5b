import { type WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { canonical } from '../workspace/uri';

/** The folders that the editor has open, as they come and go. */
export class WorkspaceFolders {
  #uris: readonly string[];

  constructor(uris: readonly string[]) {
    this.#uris = uris.map(canonical);
  }

  /** In canonical spelling. */
  get uris(): readonly string[] {
    return this.#uris;
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => canonical(uri)));
    const kept = this.#uris.filter((uri) => !gone.has(uri));
    this.#uris = [...new Set([...kept, ...added.map(({ uri }) => canonical(uri))])];
  }
}
