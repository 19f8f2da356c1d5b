import * as vscode from 'vscode';
import texts from 'workspace-texts';

interface Folder {
  readonly entries: Map<string, Entry>;
}

interface File {
  bytes: Uint8Array;
  changed: number;
}

type Entry = Folder | File;

const isFolder = (entry: Entry): entry is Folder => 'entries' in entry;

/** Files that lie on no disk: what a workspace on the web is made of. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly #root: Folder = { entries: new Map() };
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  #clock = 1;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const entry = this.#entry(uri);
    if (isFolder(entry)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: vscode.FileType.File, ctime: 0, mtime: entry.changed, size: entry.bytes.length };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const entry = this.#entry(uri);
    if (!isFolder(entry)) throw vscode.FileSystemError.FileNotADirectory(uri);
    return [...entry.entries].map(([name, each]) => [
      name,
      isFolder(each) ? vscode.FileType.Directory : vscode.FileType.File,
    ]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const entry = this.#entry(uri);
    if (isFolder(entry)) throw vscode.FileSystemError.FileIsADirectory(uri);
    return entry.bytes;
  }

  createDirectory(uri: vscode.Uri): void {
    this.#folder(wordsOf(uri));
  }

  /** Makes the folders on the way as well. */
  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const words = wordsOf(uri);
    const { entries } = this.#folder(words.slice(0, -1));
    const name = words.at(-1) ?? '';
    const type = entries.has(name) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    entries.set(name, { bytes, changed: (this.#clock += 1) });
    this.#changes.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    const words = wordsOf(uri);
    this.#entry(uri);
    this.#folder(words.slice(0, -1)).entries.delete(words.at(-1) ?? '');
    this.#changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  #entry(uri: vscode.Uri): Entry {
    let found: Entry = this.#root;
    for (const word of wordsOf(uri)) {
      const next: Entry | undefined = isFolder(found) ? found.entries.get(word) : undefined;
      if (next === undefined) throw vscode.FileSystemError.FileNotFound(uri);
      found = next;
    }
    return found;
  }

  #folder(words: readonly string[]): Folder {
    let found = this.#root;
    for (const word of words) {
      const present = found.entries.get(word);
      const next = present !== undefined && isFolder(present) ? present : { entries: new Map() };
      found.entries.set(word, next);
      found = next;
    }
    return found;
  }
}

const wordsOf = ({ path }: vscode.Uri): string[] => path.split('/').filter((word) => word !== '');

/** Serves the workspace of the tests under the scheme that package.json beside this bundle is woken by. */
export function activate({ subscriptions }: vscode.ExtensionContext): void {
  const files = new MemoryFiles();
  const encoder = new TextEncoder();
  for (const [path, text] of Object.entries(texts))
    files.writeFile(vscode.Uri.from({ scheme: 'memory', path: `/${path}` }), encoder.encode(text));
  subscriptions.push(vscode.workspace.registerFileSystemProvider('memory', files, { isCaseSensitive: true }));
}
