import { type CancellationToken } from 'vscode-languageserver';
import { type WantedFile } from '../../service/inventory/workspace-images';
import { configurationNames, languageOfName } from '../../workspace/file-names';
import { canonical, nameOf } from '../../workspace/uri';
import { answering } from '../answering';
import { type ChangeListener } from '../changes';
import { member } from '../client-options';
import { tellProgress } from '../file-progress';
import { type WorkspaceInventory } from '../inventory/provide';
import { type Session } from '../session';
import { toDiagnostic } from '../to-diagnostic';
import { type WorkspaceFolders } from '../workspace-folders';
import { ChangedFiles } from './changed-files';
import { filesOfWorkspace, lookAt } from './look';
import {
  type WorkspaceFindingsAnswer,
  type WorkspaceFindingsChanged,
  workspaceFindingsChanged,
  workspaceFindingsRequest,
} from './messages';

/**
 * Answers what is found in all files of the workspace, also in those that no editor shows. Asked for, and not the
 * protocol's `workspace/diagnostic`: editors ask that again and again, whether somebody wants it or not.
 * @param delay how long all must rest before a change is told, in milliseconds.
 * @returns what is to be told of changes.
 */
export function provideWorkspaceFindings(
  session: Session,
  folders: WorkspaceFolders,
  inventory: WorkspaceInventory,
  delay: number,
): ChangeListener {
  const { connection, client } = session;
  const changes = new ChangedFiles(delay, (uris) => {
    const told: WorkspaceFindingsChanged = uris === undefined ? {} : { uris };
    void connection.sendNotification(workspaceFindingsChanged, told);
  });
  connection.onShutdown(() => changes.stop());
  connection.onRequest(
    workspaceFindingsRequest,
    answering<unknown, WorkspaceFindingsAnswer | null>(connection, 'Linting the workspace', null, find),
  );

  async function find(params: unknown, token: CancellationToken): Promise<WorkspaceFindingsAnswer> {
    changes.start();
    if (member(params, 'again') === true) inventory.readAgain();
    const progress = tellProgress(session, params, 'Linting the workspace');
    try {
      const { files } = await lookAt(session, await wantedBy(params, token), inventory, progress, token);
      return {
        files: files.map((file) => ({
          uri: file.uri,
          diagnostics: file.findings.map((finding) => toDiagnostic(finding, file, client)),
        })),
      };
    } finally {
      progress.end();
    }
  }

  async function wantedBy(params: unknown, token: CancellationToken): Promise<readonly WantedFile[]> {
    const all = await filesOfWorkspace(folders, inventory, token);
    const uris = member(params, 'uris');
    if (!Array.isArray(uris)) return all;
    const named = new Set(uris.flatMap((uri) => (typeof uri === 'string' ? [canonical(uri)] : [])));
    return all.filter(({ uri }) => named.has(uri));
  }

  return {
    textChanged(uri) {
      // What is open is shown by its editor.
      if (session.documents.textAt(uri) !== undefined) return;
      if (isConfiguration(uri)) changes.all();
      else if (languageOfName(nameOf(uri)) !== undefined) changes.add([uri]);
    },
    filesChanged(uris) {
      if (uris.some(isConfiguration)) changes.all();
      else changes.add(uris.filter((uri) => languageOfName(nameOf(uri)) !== undefined));
    },
    everythingChanged: () => changes.all(),
  };
}

/** A file that settings are read from, or that says what is left out: what it says is no matter of any one file. */
function isConfiguration(uri: string): boolean {
  const name = nameOf(uri);
  return configurationNames.includes(name) || /bulwark/i.test(name);
}
