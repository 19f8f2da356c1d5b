import * as vscode from 'vscode';
import type { SubjectInEditor } from '../../../server/src/protocol/command-facts';
import { composeRun } from '../docker/compose';
import { debugByImageMount } from '../docker/debug-mount';
import { imageProblem } from '../docker/names';
import { type Choice, pickMany, pickOne } from './ask';
import { askContainer } from './ask-container';
import { type CommandTools } from './command-tools';
import { deliver, type Delivery } from './deliver';
import { folderOf, nameOf } from './folders';
import { aboutFile, imageOf, pickSubject } from './subject';

const title = 'Debug with Image Mount';

const options: readonly Choice<'asRoot' | 'network' | 'ptrace'>[] = [
  { label: 'As root', description: '-u 0', detail: 'Sees the files of every user.', value: 'asRoot' },
  {
    label: "In the container's network",
    description: '--network container:…',
    detail: 'Reaches what listens on localhost there.',
    value: 'network',
  },
  {
    label: 'Trace its processes',
    description: '--cap-add SYS_PTRACE',
    detail: 'For strace, gdb, and the files of processes of other users.',
    value: 'ptrace',
  },
];

/** A shell, mounted from another image, beside a container whose own image has none. */
export async function debugWithImageMount({ facts, machine }: CommandTools, lens: unknown): Promise<void> {
  const about = await aboutFile(facts, lens);
  const picked = about && (await pickSubject(title, about, ({ kind, runs }) => kind === 'service' || runs));
  if (about !== undefined && picked === undefined) return;
  const subject = picked === 'none' ? undefined : picked;
  const image = await imageOf(title, subject);
  if (image === undefined) return;
  const container = await askContainer(title, about, subject);
  if (container === undefined) return;
  const shell = await pickOne('Image of the shell', shellChoices(subject));
  if (shell === undefined) return;
  const chosen = await pickMany(`${title}: options`, options);
  if (chosen === undefined) return;
  const words = debugByImageMount({
    image,
    container,
    shell,
    entrypoint: subject?.entrypoint ?? 'unknown',
    ...Object.fromEntries(chosen.map((option) => [option, true])),
  });
  const document = about?.document;
  await deliver(machine, {
    title,
    steps: [{ words }],
    folder: document && folderOf(document),
    edits: document && subject?.service !== undefined ? [sidecar(document, subject.service, shell)] : [],
  });

  function sidecar(
    of: vscode.TextDocument,
    service: string,
    from: string,
  ): NonNullable<Delivery['edits']>[0] {
    return {
      label: 'Add a Debug Sidecar to the File',
      detail: `A service under the profile "debug": ${composeRun({ name: nameOf(of) }, `${service}-debug`).join(' ')}`,
      make: async () => {
        const edit = await facts.debugSidecar(of.uri, service, from);
        if (edit === undefined || !(await vscode.workspace.applyEdit(edit)))
          void vscode.window.showErrorMessage('Bulwark finds no place for a service in this file.');
      },
    };
  }
}

function shellChoices(subject: SubjectInEditor | undefined): readonly Choice<string>[] {
  const shells = (subject?.shells ?? ['busybox:1.37-uclibc']).filter(
    (image) => imageProblem(image) === undefined,
  );
  return shells.map((image, at) => ({
    label: image,
    description:
      at < shells.length - 1 ? 'the same C library as the image' : 'linked statically, runs in any image',
    value: image,
  }));
}
