import * as vscode from 'vscode';
import { composeWatch } from '../docker/compose';
import { serviceProblem } from '../docker/names';
import { pickMany } from './ask';
import { type CommandTools } from './command-tools';
import { deliver } from './deliver';
import { folderOf, nameOf } from './folders';
import { aboutFile } from './subject';

const title = 'Compose Watch';

/** `docker compose watch` for the services of a file that have a `develop.watch`. */
export async function watchServices({ facts, machine }: CommandTools): Promise<void> {
  const about = await aboutFile(facts, undefined);
  const services = (about?.facts.subjects ?? []).flatMap(({ service, watches }) =>
    service !== undefined && watches && serviceProblem(service) === undefined ? [service] : [],
  );
  if (about === undefined || services.length === 0) {
    void vscode.window.showInformationMessage(
      'No service of this file has a "develop.watch". The snippet bw-watch writes one.',
    );
    return;
  }
  const chosen =
    services.length === 1 ? services : await pickMany(`${title}: services`, services.map(asChosen));
  if (chosen === undefined || chosen.length === 0) return;
  const words = composeWatch({ name: nameOf(about.document) }, chosen);
  await deliver(machine, { title, steps: [{ words }], folder: folderOf(about.document) });
}

function asChosen(service: string): { label: string; picked: boolean; value: string } {
  return { label: service, picked: true, value: service };
}
