import * as vscode from 'vscode';
import { type BaseLanguageClient } from 'vscode-languageclient';
import type { WorkspaceReportAnswer } from '../../../server/src/protocol/workspace-report/messages';
import { askWithProgress } from './request';

/** The commands that links of the page may name: what a file has written into the page must not name others. */
const commands = ['bulwark.openPlace', 'bulwark.openRule', 'bulwark.saveReport', 'bulwark.openReport'];

/** The hardening report as a page of the editor. It has no script, and loads nothing. */
export class ReportPanel implements vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;
  #report: WorkspaceReportAnswer | undefined;

  constructor(private readonly client: BaseLanguageClient) {}

  dispose(): void {
    this.#panel?.dispose();
  }

  /** Makes the report anew and shows it. */
  async show(): Promise<void> {
    const report = await this.#make();
    if (report === undefined) return;
    const panel = this.#panel ?? this.#create();
    panel.webview.html = report.page;
    panel.reveal();
  }

  /** Asks where to, and writes the report that is shown, or one that is made for it. */
  async save(): Promise<void> {
    const report = this.#report ?? (await this.#make());
    if (report === undefined) return;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const file = await vscode.window.showSaveDialog({
      title: 'Save Report',
      filters: { 'Web page': ['html'], Markdown: ['md'] },
      ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, 'hardening-report.html') }),
    });
    if (file === undefined) return;
    const text = /\.(?:md|markdown)$/i.test(file.path) ? report.markdown : report.html;
    try {
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    } catch (error) {
      void vscode.window.showErrorMessage(`The report cannot be written: ${String(error)}`);
    }
  }

  async #make(): Promise<WorkspaceReportAnswer | undefined> {
    const report = await askWithProgress<WorkspaceReportAnswer>(
      this.client,
      'Making the hardening report',
      'bulwark/workspaceReport',
    );
    if (report !== undefined) this.#report = report;
    return report;
  }

  #create(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(
      'bulwark.report',
      'Hardening Report',
      vscode.ViewColumn.Active,
      {
        enableScripts: false,
        enableForms: false,
        enableCommandUris: commands,
        enableFindWidget: true,
        localResourceRoots: [],
      },
    );
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#report = undefined;
    });
    this.#panel = panel;
    return panel;
  }
}
