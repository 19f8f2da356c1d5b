import { imageProblem } from '../docker/names';
import { uvImages, verifyWithCosign, verifyWithGh } from '../docker/provenance';
import { askName, pickOne } from './ask';
import { type CommandTools } from './command-tools';
import { deliver } from './deliver';
import { aboutFile, pickSubject } from './subject';

const title = 'Verify uv Image Provenance';

/** Verifies that uv's own workflow built the image of uv that a file uses. */
export async function verifyUvImage({ facts, machine }: CommandTools): Promise<void> {
  const about = await aboutFile(facts, undefined);
  const picked = about && (await pickSubject(title, about, ({ uv, image }) => uv && isPublished(image)));
  if (about !== undefined && picked === undefined) return;
  const known = picked === undefined || picked === 'none' ? undefined : picked.image;
  const image = await askName(
    `${title}: image`,
    'The image, by a version or a digest.',
    problem,
    known ?? `${uvImages}:latest`,
  );
  if (image === undefined) return;
  const way = await pickOne(`${title}: how?`, [
    { label: 'With gh', description: "GitHub's client", value: 'gh' },
    {
      label: 'With cosign',
      description: 'needs gh, docker buildx and jq as well; for sh, bash and zsh',
      value: 'cosign',
    },
  ]);
  if (way === undefined) return;
  const steps = way === 'gh' ? [{ words: verifyWithGh(image) }] : verifyWithCosign(image);
  await deliver(machine, { title, steps, folder: undefined });
}

function isPublished(image: string | undefined): boolean {
  return image !== undefined && problem(image) === undefined;
}

function problem(text: string): string | undefined {
  if (text.startsWith(`${uvImages}:`) || text.startsWith(`${uvImages}@`)) return imageProblem(text);
  return `This is no image of ${uvImages}.`;
}
