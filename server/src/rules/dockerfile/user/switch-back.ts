import { addLineAfter } from '../../../dockerfile/edits';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { type Fix } from '../../rule';

/** Offers to end a stage as the user of its image. */
export function switchBack(dockerfile: Dockerfile, stage: Stage, user: string): Fix {
  const last =
    stage.instructions.findLast(({ keyword }) => needsRoot.has(keyword)) ?? stage.instructions.at(-1);
  return {
    title: `Switch back by USER ${user}`,
    edits: [addLineAfter(dockerfile, last ?? stage.from, `USER ${user}`)],
  };
}

/** What may have to run as root, or is the switch itself. */
const needsRoot = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR', 'USER']);
