import * as vscode from 'vscode';
import { imageProblem, mountPointProblem } from '../docker/names';
import { runWithOwnVenv } from '../docker/venv-volume';
import { askName, askWords } from './ask';
import { type CommandTools } from './command-tools';
import { deliver } from './deliver';
import { folderOf, nameOf } from './folders';
import { aboutFile } from './subject';

const title = 'Run with .venv in an Anonymous Volume';

/** Builds a Dockerfile and runs the image with the project of this machine in it, except for the image's own environment. */
export async function runWithVenv({ facts, machine }: CommandTools): Promise<void> {
  const about = await aboutFile(facts, undefined);
  const folder = about && folderOf(about.document);
  if (about?.document.languageId !== 'dockerfile' || folder === undefined) {
    void vscode.window.showInformationMessage('Open the Dockerfile of the project, and save it first.');
    return;
  }
  const name = folder.path.slice(folder.path.lastIndexOf('/') + 1).toLowerCase();
  const tag = await askName(
    `${title}: image`,
    'Name for the image that is built.',
    imageProblem,
    `${name}:dev`,
  );
  if (tag === undefined) return;
  const { workdir } = about.facts;
  const place = await askName(
    `${title}: folder`,
    'Folder of the project in the container.',
    mountPointProblem,
    workdir ?? '/app',
  );
  if (place === undefined) return;
  const words = await askWords(`${title}: command`, 'What to start in place of the CMD, or nothing.');
  if (words === undefined) return;
  const dockerfile = nameOf(about.document);
  await deliver(machine, { title, steps: runWithOwnVenv({ tag, dockerfile, folder: place, words }), folder });
}
