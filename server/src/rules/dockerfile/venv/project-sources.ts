import { chainOf } from '../../../dockerfile/chain';
import { type CopyInstruction, type Dockerfile, type Stage } from '../../../dockerfile/model';
import { type UvCall } from '../../../dockerfile/uv/uv-calls';
import { isIn, lastPart } from '../../../dockerfile/artefacts/places';
import { copiedSources } from '../../../dockerfile/venv/copied';
import { leavesAlone } from '../../../dockerfile/venv/left-alone';
import { type PlacedVenv } from '../../../dockerfile/venv/model';
import { venvsIn } from '../../../dockerfile/venv/placed';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';

/** Whether the stage of a call has, before it, a folder of the build context in the folder of its project. */
export function hasSources({ stage, run }: UvCall, project: string): boolean {
  return chainOf(stage)
    .flatMap((each) => instructionsOf(each, ['COPY', 'ADD']))
    .some((copy) => {
      const destination = valueOf(copy.destinationPath);
      if (copy.index > run.index || copy.from !== undefined || destination === undefined) return false;
      return isIn(destination, project) && copy.sources.some(({ text }) => isFolder(unquoted(text)));
    });
}

/** Whether what a container is made of may hold the sources of a project, wherever they lie. */
export function mayHaveSources(dockerfile: Dockerfile, target: Stage, project: string): boolean {
  const venvs = venvsIn(dockerfile, target);
  return chainOf(target).some((stage) =>
    stage.instructions.some((instruction) => {
      switch (instruction.keyword) {
        case 'COPY':
        case 'ADD':
          return mayBringSources(instruction, venvs);
        case 'RUN':
          return (
            instruction.script?.complete !== true ||
            commandsOf(instruction).some(
              (command) =>
                /^(?:git|uv|curl|wget|pip[\d.]*)$/.test(command.name) ||
                !leavesAlone({ stage, run: instruction, command }, [project]),
            )
          );
        case 'VOLUME':
        case 'ONBUILD':
          return true;
        default:
          return false;
      }
    }),
  );
}

function mayBringSources(copy: CopyInstruction, venvs: readonly PlacedVenv[]): boolean {
  if (venvs.some(({ copies }) => copies.some((each) => each.copy === copy && isWholeVenv(each, venvs))))
    return false;
  if (copy.flags.some(({ name }) => name === 'from'))
    return !copiedSources(copy).every(
      ({ path }) => path !== undefined && /^\/uvx?$|\/(?:uvx?|python)$|\/uv\/python$/.test(path),
    );
  return copy.sources.some(({ text }) => {
    const path = unquoted(text);
    return isFolder(path) || /\.(?:py|sh)$|entry-?point/i.test(path);
  });
}

/** Whether a copy takes an environment and nothing beside it. */
function isWholeVenv(
  { sourcePath, copy }: PlacedVenv['copies'][number],
  venvs: readonly PlacedVenv[],
): boolean {
  return (
    copy.sources.length === 1 &&
    venvs.some(
      ({ venv, copies }) =>
        venv.path === sourcePath ||
        copies.some((each) => each.copy !== copy && valueOf(each.copy.destinationPath) === sourcePath),
    )
  );
}

/** Whether a source looks like a folder, or like a pattern that may hold one. */
function isFolder(path: string): boolean {
  return /[$*?[]/.test(path) || !/[^.]\.[\w-]+$/.test(lastPart(path.replace(/\/+$/, '')));
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
