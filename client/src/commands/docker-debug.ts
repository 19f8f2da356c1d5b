import { containerProblem, imageProblem } from '../docker/names';
import { dockerDebug } from '../docker/docker-debug';
import { askName, type Choice, pickOne } from './ask';
import { type CommandTools } from './command-tools';
import { deliver } from './deliver';
import { aboutFile, pickSubject } from './subject';

const title = 'Docker Debug';

/** A shell with tools in a container or an image that has none; comes with Docker Desktop. */
export async function debugWithDocker({ facts, machine }: CommandTools, lens: unknown): Promise<void> {
  const about = await aboutFile(facts, lens);
  const picked = about && (await pickSubject(title, about, ({ kind }) => kind !== 'source'));
  if (about !== undefined && picked === undefined) return;
  const subject = picked === 'none' ? undefined : picked;
  const choices: readonly Choice<string | undefined>[] = [
    ...named(subject?.container, 'the running container of the service', containerProblem),
    ...named(subject?.image, 'the image', imageProblem),
    { label: 'Another One…', description: 'a container or an image', value: undefined },
  ];
  const chosen = choices.length === 1 ? { name: undefined } : await wrapped(choices);
  if (chosen === undefined) return;
  const prompt = 'Name or id of a container, or an image.';
  const problem = (text: string): string | undefined => containerProblem(text) && imageProblem(text);
  const name = chosen.name ?? (await askName(`${title}: container or image`, prompt, problem));
  if (name === undefined) return;
  await deliver(machine, { title, steps: [{ words: dockerDebug(name) }], folder: undefined });
}

/** Tells "another one" from no choice at all. */
async function wrapped(
  choices: readonly Choice<string | undefined>[],
): Promise<{ readonly name: string | undefined } | undefined> {
  return pickOne(
    `${title}: what?`,
    choices.map(({ value, ...choice }) => ({ ...choice, value: { name: value } })),
  );
}

function named(
  name: string | undefined,
  description: string,
  problem: (text: string) => string | undefined,
): readonly Choice<string>[] {
  return name === undefined || problem(name) !== undefined ? [] : [{ label: name, description, value: name }];
}
