import { type CancellationToken } from 'vscode-languageserver';
import { type Unread } from '../../service/report/model';
import { answering } from '../answering';
import { tellProgress } from '../file-progress';
import { type WorkspaceInventory } from '../inventory/provide';
import { type Session } from '../session';
import { type WorkspaceFolders } from '../workspace-folders';
import { baselinesOf } from './baselines';
import { filesOfWorkspace, lookAt } from './look';
import { reportCommands, type WorkspaceReportAnswer, workspaceReportRequest } from './messages';
import { shownPath } from './shown-path';

/** Answers with a report on the workspace. What makes one is loaded when somebody asks for the first. */
export function provideWorkspaceReport(
  session: Session,
  folders: WorkspaceFolders,
  inventory: WorkspaceInventory,
): void {
  const { connection, host } = session;
  connection.onRequest(
    workspaceReportRequest,
    answering<unknown, WorkspaceReportAnswer | null>(connection, 'The hardening report', null, report),
  );

  async function report(params: unknown, token: CancellationToken): Promise<WorkspaceReportAnswer> {
    const progress = tellProgress(session, params, 'Making the hardening report');
    // Nobody asks for a report again and again.
    inventory.readAgain();
    try {
      const wanted = await filesOfWorkspace(folders, inventory, token);
      const looked = await lookAt(session, wanted, inventory, progress, token);
      const images = await inventory.images.read(wanted, { isOver: () => token.isCancellationRequested });
      const { makeReport, renderHtml, renderMarkdown, reportedImages, trendSince, webLinks } =
        await import('../../service/report/report');
      const pathOf = (uri: string): string => shownPath(folders.uris, uri);
      const files = looked.files.map((file) => ({ ...file, path: pathOf(file.uri) }));
      const baselines = await baselinesOf(host, folders.uris);
      const unread: Unread[] = [
        ...looked.unread.map((uri) => ({ path: pathOf(uri), fault: 'cannot be read' })),
        ...baselines.unread,
      ];
      const made = makeReport({
        files,
        images: reportedImages(images, pathOf),
        unread,
        ...(baselines.open.length > 0 && { trend: await trendSince(files, baselines.open) }),
      });
      return {
        page: await renderHtml(made, editorLinks),
        html: await renderHtml(made, webLinks),
        markdown: renderMarkdown(made),
      };
    } finally {
      progress.end();
    }
  }
}

const editorLinks = {
  place: ({ uri, line, column }: { uri: string; line: number; column: number }) =>
    commandUri(reportCommands.openPlace, uri, line, column),
  rule: (rule: string, url: string) => commandUri(reportCommands.openRule, rule, url),
  actions: [
    { title: 'Save Report…', href: commandUri(reportCommands.save) },
    { title: 'Refresh', href: commandUri(reportCommands.again) },
  ],
};

/** @see https://code.visualstudio.com/api/extension-guides/command#command-uris */
function commandUri(command: string, ...words: readonly (string | number)[]): string {
  return `command:${command}${words.length === 0 ? '' : `?${encodeURIComponent(JSON.stringify(words))}`}`;
}
