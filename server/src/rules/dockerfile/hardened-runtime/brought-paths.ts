import { chainOf } from '../../../dockerfile/chain';
import { type Instruction, type Stage } from '../../../dockerfile/model';
import { commandsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { pathBelow } from '../context/copy-target';

/**
 * Whether something may have put a path into a stage that its image does not have: a copy to it or to a folder above, a
 * command that names its folder, a variable that makes tools install there.
 */
export function mayBring(stage: Stage, path: string, except?: Instruction): boolean {
  const folder = path.split('/').slice(0, 3).join('/');
  return chainOf(stage).some(({ instructions }) =>
    instructions.some((each) => each !== except && brings(each, path, folder)),
  );
}

function brings(instruction: Instruction, path: string, folder: string): boolean {
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD': {
      const destination = valueOf(instruction.destinationPath);
      return (
        destination === undefined ||
        pathBelow(destination, path) !== undefined ||
        pathBelow(path, destination) !== undefined
      );
    }
    case 'RUN':
      return (
        (instruction.script?.complete !== true && instruction.json === undefined) ||
        commandsOf(instruction).some(({ args, redirects }) =>
          [...args, ...redirects.flatMap(({ target }) => target ?? [])].some(({ value }) =>
            value.includes(folder),
          ),
        )
      );
    case 'ENV':
    case 'ARG':
      return instruction.pairs.some(
        ({ name, value }) => installTargets.test(name) && value?.includes(folder) === true,
      );
    case 'ONBUILD':
      return true;
    default:
      return false;
  }
}

/** Variables such as PIP_PREFIX, PYTHONUSERBASE and UV_PROJECT_ENVIRONMENT. */
const installTargets = /(?:PREFIX|TARGET|USERBASE|ROOT|ENVIRONMENT|INSTALL_DIR)$/i;
