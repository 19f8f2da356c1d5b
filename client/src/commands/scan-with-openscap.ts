import * as vscode from 'vscode';
import { reportPath, scanWithOpenScap, type ScanTarget } from '../docker/openscap';
import { askContainer } from './ask-container';
import { type Choice, pickOne } from './ask';
import { type CommandTools } from './command-tools';
import { deliver } from './deliver';
import { folderOf, workspaceFolder } from './folders';
import { aboutFile, imageOf, pickSubject } from './subject';
import { pickTool } from './tool-image';

const title = 'Scan with OpenSCAP (STIG)';

/** Linked statically, so that its sleep runs in whatever image it is mounted into. */
const sleep = 'busybox:1.37-uclibc';

/** Scans an image or a running container against the profile of the hardened images, and offers the report. */
export async function scan({ facts, machine }: CommandTools, lens: unknown): Promise<void> {
  const about = await aboutFile(facts, lens);
  const picked = about && (await pickSubject(title, about, ({ kind }) => kind !== 'source'));
  if (about !== undefined && picked === undefined) return;
  const subject = picked === 'none' ? undefined : picked;
  const kinds: readonly Choice<'image' | 'container'>[] = [
    {
      label: 'The Image',
      description: subject?.image ?? '',
      detail: 'It is kept running by a mounted sleep until the scan is over.',
      value: 'image',
    },
    { label: 'A Running Container', description: subject?.container ?? '', value: 'container' },
  ];
  const kind = await pickOne(`${title}: what?`, kinds);
  if (kind === undefined) return;
  const name = kind === 'image' ? await imageOf(title, subject) : await askContainer(title, about, subject);
  if (name === undefined) return;
  const target: ScanTarget = kind === 'image' ? { image: name, sleep } : { container: name };
  const openscap = await pickTool(title, about?.facts.tools.openscap ?? [], 'dhi.io/openscap:1-debian13-dev');
  if (openscap === undefined) return;
  const folder = (await workspaceFolder()) ?? (about && folderOf(about.document));
  const steps = scanWithOpenScap({ openscap, target, suffix: suffix() });
  await deliver(machine, { title, steps, folder, started: (terminal) => offerReport(terminal, folder) });
}

/** Four letters or digits, so that the containers of two scans do not get into each other's way. */
function suffix(): string {
  return Math.random().toString(36).slice(2, 6).padEnd(4, '0');
}

/** Tells of the report once it is written. Its terminal's end is the end of waiting. */
function offerReport(terminal: vscode.Terminal, folder: vscode.Uri | undefined): void {
  if (folder === undefined) return;
  const pattern = new vscode.RelativePattern(folder, reportPath);
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  const closing = vscode.window.onDidCloseTerminal((closed) => {
    if (closed === terminal) end();
  });
  const end = (): void => {
    watcher.dispose();
    closing.dispose();
  };
  const offer = async (report: vscode.Uri): Promise<void> => {
    end();
    const open = 'Open Report';
    const message = `The STIG report is written: ${reportPath}.`;
    if ((await vscode.window.showInformationMessage(message, open)) === open) await openReport(report);
  };
  watcher.onDidCreate(offer);
  watcher.onDidChange(offer);
}

/** In the browser; a file of another machine, which no browser here reaches, in an editor. */
async function openReport(report: vscode.Uri): Promise<void> {
  const isHere = vscode.env.remoteName === undefined && report.scheme === 'file';
  if (!isHere || !(await vscode.env.openExternal(report)))
    await vscode.commands.executeCommand('vscode.open', report);
}
