import { type Dockerfile, type Flag } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { removeSpan } from '../../../shell/edits';
import { type Fix } from '../../rule';

/** A flag of a RUN with the value that gives it rights, and the offer to take it away. */
export interface RunFlag {
  readonly flag: Flag;
  readonly offer: Fix;
}

/** Every RUN's flag of this name and value. */
export function runFlags(dockerfile: Dockerfile, name: string, value: string): readonly RunFlag[] {
  return instructionsOf(dockerfile, 'RUN', { triggers: true }).flatMap(({ flags }) =>
    flags
      .filter((flag) => flag.name === name && flag.value?.toLowerCase() === value)
      .map((flag) => ({
        flag,
        offer: { title: `Remove --${name}=${value}`, edits: [removeSpan(dockerfile.source, flag.span)] },
      })),
  );
}
