import { chainOf } from '../../../dockerfile/chain';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { instructionsOf } from '../../../dockerfile/walk';
import { originalRepository } from '../../../image/bases';
import { describeChange } from '../../../image/counterpart/describe';
import { stageCounterpart } from '../../../image/counterpart/for-stage';
import { type Counterpart, type Role } from '../../../image/counterpart/model';
import { isDockerClient } from '../../../image/docker-client';
import { type DockerfileContext } from '../../rule';
import { allImageUses, type ImageUse } from '../images/image-uses';

/** What a look at the file sees. */
export type Looked = Omit<DockerfileContext, 'report'>;

/** A base image that a hardened one can take the place of. */
export interface Replaceable {
  readonly stage: Stage;
  readonly use: ImageUse;
  readonly role: Role;
  readonly ships: boolean;
  /** Whether it ships without running commands, which stages on top of it do. */
  readonly isShared: boolean;
  readonly counterpart: Counterpart;
  /** Name of the image, by whatever copy of Docker Hub it is written. */
  readonly repository: string;
}

interface Found {
  readonly namedContexts: readonly string[];
  readonly images: readonly Replaceable[];
}

const found = new ModelMap<Dockerfile, Found>();

/** The base images that have a hardened counterpart for what their stage is there for, in order. */
export function replaceableBases({ dockerfile, context: { namedContexts } }: Looked): readonly Replaceable[] {
  const known = found.get(dockerfile);
  if (known?.namedContexts === namedContexts) return known.images;
  const images: Replaceable[] = [];
  for (const use of allImageUses(dockerfile, namedContexts)) {
    const image = use.standing && replaceable(dockerfile, use.standing, use);
    if (image !== undefined) images.push(image);
  }
  found.set(dockerfile, { namedContexts, images });
  return images;
}

function replaceable(dockerfile: Dockerfile, stage: Stage, use: ImageUse): Replaceable | undefined {
  const { base } = stage;
  // Of Docker's client docker-cli-image speaks.
  if (base.stage !== undefined || base.isScratch || base.facts.hardened !== undefined) return undefined;
  if (isDockerClient(use.image)) return undefined;
  const ships = dockerfile.ships(stage);
  const answer = stageCounterpart(use.image, ships ? 'runtime' : 'build');
  const repository = originalRepository(use.image.repository);
  const isShared = ships && instructionsOf(stage, 'RUN').length === 0 && runsCommands(dockerfile, stage);
  if (answer !== undefined && 'tag' in answer)
    return {
      stage,
      use,
      role: ships ? 'runtime' : 'build',
      ships,
      isShared,
      counterpart: answer,
      repository,
    };
  // Where files are only copied from, the runtime variant has them too.
  if (ships || runsCommands(dockerfile, stage)) return undefined;
  const runtime = stageCounterpart(use.image, 'runtime');
  return runtime !== undefined && 'tag' in runtime
    ? { stage, use, role: 'runtime', ships, isShared, counterpart: runtime, repository }
    : undefined;
}

/**
 * Whether a stage runs commands and ships: they would run as the user of the runtime image, and mostly without a shell. What
 * they make has to be copied from another stage.
 */
export function mustBeSplit({ stage, role }: Replaceable): boolean {
  return role === 'runtime' && instructionsOf(stage, 'RUN').length > 0;
}

/** What a rule's message says of one of these images. */
export function messageData(image: Replaceable): Readonly<Record<string, string>> {
  const { use, counterpart } = image;
  const sentences = counterpart.changes.map((change) => ` ${describeChange(change)}`);
  if (mustBeSplit(image))
    sentences.push(' The commands that this stage runs belong into a stage of their own.');
  const build = image.isShared ? stageCounterpart(use.image, 'build') : undefined;
  if (build !== undefined && 'tag' in build && build.reference !== counterpart.reference)
    sentences.push(` Stages that run commands on it take ${build.reference}.`);
  return { image: use.image.text, reference: counterpart.reference, more: sentences.join('') };
}

function runsCommands({ stages }: Dockerfile, stage: Stage): boolean {
  return stages.some((each) => chainOf(each).includes(stage) && instructionsOf(each, 'RUN').length > 0);
}

/** Whether a stage of the file stands on a hardened image. */
export function hasHardenedStage({ stages }: Dockerfile): boolean {
  return stages.some(({ base }) => base.facts.hardened !== undefined);
}
