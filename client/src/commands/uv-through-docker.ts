import * as vscode from 'vscode';
import { type UvTask, uvThroughDocker } from '../docker/uv';
import { askWords, type Choice, pickOne } from './ask';
import { type CommandTools } from './command-tools';
import { deliver } from './deliver';
import { workspaceFolder } from './folders';
import { askTool } from './tool-image';

const title = 'uv through Docker';

interface Question extends Choice<UvTask> {
  /** What the person is asked to add; absent where there is nothing to ask. */
  readonly prompt?: string;
}

const tasks: readonly Question[] = [
  {
    value: 'init',
    label: 'init',
    description: 'make a project in the workspace folder',
    prompt: 'Name of the project, or nothing for that of the folder.',
  },
  {
    value: 'add',
    label: 'add',
    description: 'add dependencies to pyproject.toml and uv.lock',
    prompt: 'Packages, as in "requests pandas>=2".',
  },
  { value: 'venv', label: 'venv', description: 'make a .venv' },
  { value: 'sync', label: 'sync', description: 'install what uv.lock says into .venv' },
  {
    value: 'tool',
    label: 'tool install',
    description: 'install a Python tool below .uv',
    prompt: 'The tool, as in "ruff".',
  },
  {
    value: 'uvx',
    label: 'uvx',
    description: 'run a Python tool once',
    prompt: 'The tool and its words, as in "ruff check .".',
  },
];

/** Runs uv on the workspace folder by its hardened image. */
export async function runUv({ facts, machine }: CommandTools): Promise<void> {
  const folder = await workspaceFolder();
  if (folder === undefined) {
    void vscode.window.showInformationMessage('uv works on a folder: open one first.');
    return;
  }
  const task = await pickOne(`${title}: what?`, tasks);
  const question = tasks.find(({ value }) => value === task);
  if (task === undefined || question === undefined) return;
  const words =
    question.prompt === undefined ? [] : await askWords(`${title}: words for ${task}`, question.prompt);
  if (words === undefined || (words.length === 0 && (task === 'add' || task === 'tool' || task === 'uvx')))
    return;
  const image = await askTool(facts, title, 'uv', 'dhi.io/uv:0');
  if (image === undefined) return;
  const command = uvThroughDocker({ task, image, folder: folder.fsPath, account: machine?.account, words });
  if (command === undefined) {
    void vscode.window.showErrorMessage(`A container cannot be given the folder ${folder.fsPath}.`);
    return;
  }
  await deliver(machine, { title: `${title}: ${question.label}`, steps: [{ words: command }], folder });
}
