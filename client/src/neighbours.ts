import * as vscode from 'vscode';

/** Another extension that shows some of what Bulwark can show. */
export interface Neighbour {
  readonly id: string;
  /** What its users call it. */
  readonly name: string;
  /** The files in which it completes and explains; elsewhere it has findings at most. */
  readonly gives: readonly ('dockerfile' | 'compose')[];
}

/**
 * Docker DX, Container Tools, and the Docker extension of before bring language servers for Dockerfiles and Compose files;
 * Red Hat's YAML knows Compose files by their schema; hadolint and tally look for faults in Dockerfiles.
 */
const known: readonly Neighbour[] = [
  { id: 'docker.docker', name: 'Docker DX', gives: ['dockerfile', 'compose'] },
  { id: 'ms-azuretools.vscode-containers', name: 'Container Tools', gives: ['dockerfile', 'compose'] },
  { id: 'ms-azuretools.vscode-docker', name: 'Docker', gives: ['dockerfile', 'compose'] },
  { id: 'redhat.vscode-yaml', name: 'YAML by Red Hat', gives: ['compose'] },
  { id: 'exiasr.hadolint', name: 'hadolint', gives: [] },
  { id: 'wharflab.tally', name: 'tally', gives: [] },
];

/** Those that are installed and enabled. */
export function installedNeighbours(): readonly Neighbour[] {
  return known.filter(({ id }) => vscode.extensions.getExtension(id) !== undefined);
}

/** Tells when one of them is installed, removed, enabled or disabled, with those that are there now and were there before. */
export function onNeighboursChanged(
  listener: (now: readonly Neighbour[], before: readonly Neighbour[]) => void,
): vscode.Disposable {
  let before = installedNeighbours();
  return vscode.extensions.onDidChange(() => {
    const now = installedNeighbours();
    const last = before;
    before = now;
    if (idsOf(now) !== idsOf(last)) listener(now, last);
  });
}

/** Whether somebody else completes and explains now than before. */
export function featuresChanged(now: readonly Neighbour[], before: readonly Neighbour[]): boolean {
  const givers = (list: readonly Neighbour[]): string => idsOf(list.filter(({ gives }) => gives.length > 0));
  return givers(now) !== givers(before);
}

const idsOf = (list: readonly Neighbour[]): string => list.map(({ id }) => id).join();
