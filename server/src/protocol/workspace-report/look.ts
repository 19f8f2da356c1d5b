import { type CancellationToken } from 'vscode-languageserver';
import { type Language } from '../../rules/rule';
import { type Finding } from '../../service/finding';
import { type WantedFile } from '../../service/inventory/workspace-images';
import { Source } from '../../text/source';
import { takeTurns } from '../../workspace/turns';
import { canonical, isInside } from '../../workspace/uri';
import { describe } from '../answering';
import { type FileProgress } from '../file-progress';
import { type WorkspaceInventory } from '../inventory/provide';
import { type Session } from '../session';
import { type WorkspaceFolders } from '../workspace-folders';

/** A file of the workspace and what was found in it. */
export interface SeenFile {
  /** As the editor writes it where the file is open, else canonical. */
  readonly uri: string;
  readonly language: Language;
  readonly source: Source;
  readonly findings: readonly Finding[];
}

export interface Looked {
  readonly files: readonly SeenFile[];
  /** Canonical URIs of files that cannot be read. */
  readonly unread: readonly string[];
}

/** The files of the workspace folders, as they stand in editors and else on the disk. */
export async function filesOfWorkspace(
  folders: WorkspaceFolders,
  { wanted }: WorkspaceInventory,
  token: CancellationToken,
): Promise<readonly WantedFile[]> {
  const files = await wanted.list(() => token.isCancellationRequested);
  return files.filter(({ uri }) => folders.uris.some((folder) => isInside(folder, uri)));
}

/** Looks at files one after the other; of a look that is cancelled only what was seen is given. */
export async function lookAt(
  session: Session,
  wanted: readonly WantedFile[],
  inventory: WorkspaceInventory,
  progress: FileProgress,
  token: CancellationToken,
): Promise<Looked> {
  const open = new Map(session.documents.all().map((document) => [canonical(document.uri), document]));
  const files: SeenFile[] = [];
  const unread: string[] = [];
  const turn = takeTurns();
  for (const [index, file] of wanted.entries()) {
    await turn();
    if (token.isCancellationRequested) break;
    const settings = await session.settings.of(file.uri, inventory.wanted.folderOf(file.uri));
    const document = open.get(file.uri);
    const text = document?.text ?? (await session.host.readFile(file.uri));
    if (text === undefined) unread.push(file.uri);
    else {
      const asked = document ?? { ...file, version: notOpen, text };
      try {
        const findings = await session.service.findings(asked, settings);
        files.push({ ...asked, source: document?.source ?? new Source(text), findings });
      } catch (error) {
        session.connection.console.error(`Findings of ${file.uri} failed: ${describe(error)}`);
      }
      if (document === undefined) session.service.forget(file.uri);
    }
    progress.of(index + 1, wanted.length);
  }
  return { files, unread };
}

/** A version that no editor gives. */
const notOpen = -1;
