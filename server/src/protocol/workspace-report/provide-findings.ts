import { type CancellationToken } from 'vscode-languageserver';
import { type WantedFile } from '../../service/inventory/workspace-images';
import { canonical } from '../../workspace/uri';
import { answering } from '../answering';
import { member } from '../client-options';
import { tellProgress } from '../file-progress';
import { type WorkspaceInventory } from '../inventory/provide';
import { type Session } from '../session';
import { toDiagnostic } from '../to-diagnostic';
import { type WorkspaceFolders } from '../workspace-folders';
import { filesOfWorkspace, lookAt } from './look';
import { type WorkspaceFindingsAnswer, workspaceFindingsRequest } from './messages';

/**
 * Answers what is found in all files of the workspace, also in those that no editor shows. Asked for, and not the
 * protocol's `workspace/diagnostic`: editors ask that again and again, whether somebody wants it or not.
 */
export function provideWorkspaceFindings(
  session: Session,
  folders: WorkspaceFolders,
  inventory: WorkspaceInventory,
): void {
  const { connection, client } = session;
  connection.onRequest(
    workspaceFindingsRequest,
    answering<unknown, WorkspaceFindingsAnswer | null>(connection, 'Linting the workspace', null, find),
  );

  async function find(params: unknown, token: CancellationToken): Promise<WorkspaceFindingsAnswer> {
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
}
