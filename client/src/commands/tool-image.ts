import { imageProblem } from '../docker/names';
import type { ImagesAnswer } from '../../../server/src/protocol/command-facts';
import { type ServerFacts } from '../server-facts';
import { askName, pickOne } from './ask';
import { aboutFile } from './subject';

/**
 * The image of a tool: one that the server knows, by the mirror of the file that is looked at; else what the person types.
 * @param proposed what to begin with where nothing is known.
 */
export async function askTool(
  server: ServerFacts,
  title: string,
  tool: keyof ImagesAnswer['tools'],
  proposed: string,
): Promise<string | undefined> {
  const about = await aboutFile(server, undefined);
  return pickTool(title, about?.facts.tools[tool] ?? [], proposed);
}

/** The same where the file is known already. */
export async function pickTool(
  title: string,
  known: readonly string[],
  proposed: string,
): Promise<string | undefined> {
  const choices = known
    .filter((image) => imageProblem(image) === undefined)
    .map((image) => ({ label: image, value: image }));
  if (choices.length > 0) return pickOne(`${title}: image`, choices);
  return askName(title, 'The hardened image.', imageProblem, proposed);
}
