import { createBuilder } from '../docker/builder';
import { builderProblem } from '../docker/names';
import { askName } from './ask';
import { type CommandTools } from './command-tools';
import { deliver } from './deliver';
import { askTool } from './tool-image';

const title = 'Create Hardened BuildKit Builder';

/** Makes the hardened BuildKit the builder of `docker build`. */
export async function createHardenedBuilder({ facts, machine }: CommandTools): Promise<void> {
  const image = await askTool(facts, title, 'buildkit', 'dhi.io/buildkit:0');
  if (image === undefined) return;
  const name = await askName(`${title}: name`, 'Name of the builder.', builderProblem, 'buildkit-dhi');
  if (name === undefined) return;
  await deliver(machine, { title, steps: [{ words: createBuilder(name, image) }], folder: undefined });
}
