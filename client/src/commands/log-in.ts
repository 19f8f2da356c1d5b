import * as vscode from 'vscode';
import { hardenedRegistry, logIn, registryOf } from '../docker/log-in';
import { pickOne } from './ask';
import { type CommandTools } from './command-tools';
import { deliver } from './deliver';

const title = 'Log in to a Registry of Hardened Images';

/** `docker login`: to dhi.io, or to a registry that mirrors it. */
export async function logInToRegistry({ machine }: CommandTools): Promise<void> {
  const scope = vscode.window.activeTextEditor?.document.uri;
  const mirrors = vscode.workspace
    .getConfiguration('bulwark', scope)
    .get<readonly unknown[]>('hardenedImageMirrors', []);
  const others = mirrors.flatMap((mirror) =>
    typeof mirror === 'string' ? (registryOf(`${mirror.replace(/\/+$/, '')}/x`) ?? []) : [],
  );
  const registries = [...new Set([hardenedRegistry, ...others])];
  const registry = await pickOne(
    `${title}: registry`,
    registries.map((value) => ({ label: value, value })),
  );
  if (registry === undefined) return;
  await deliver(machine, { title, steps: [{ words: logIn(registry) }], folder: undefined });
}
