import { addLineAfter, addLineBefore } from '../../../dockerfile/edits';
import { instructionsOf } from '../../../dockerfile/walk';
import { type Edit } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { type Fix } from '../../rule';
import { type BuiltStage } from './service-run';
import { type RunUser } from './run-user';

/**
 * Offers to make a folder in the Dockerfile that belongs to the user. Absent where the Dockerfile is no file, its stage runs
 * nothing as root and copies from no stage that could, and where the user's number is not known.
 */
export function giveFolder(built: BuiltStage, user: RunUser, path: string): Fix | undefined {
  const { uri } = built;
  const uid = valueOf(user.uid);
  if (uri === undefined || uid === undefined || !/^\/[\w./-]+$/.test(path)) return undefined;
  const edits = made(built, uid, path) ?? copied(built, uid, path);
  return (
    edits && {
      title: `Make ${path} in the Dockerfile and give it to ${uid}`,
      edits: [],
      others: [{ uri, edits }],
    }
  );
}

/** Before the USER, while the stage is still root. */
function made({ stage, dockerfile }: BuiltStage, uid: number, path: string): readonly Edit[] | undefined {
  const { instruction } = stage.final.user;
  if (instruction === undefined || !stage.instructions.includes(instruction)) return undefined;
  const before = stage.before(instruction);
  if (before.user.isRoot !== true || before.shell.state !== 'known') return undefined;
  return [addLineBefore(dockerfile, instruction, `RUN mkdir -p ${path} && chown ${uid}:${uid} ${path}`)];
}

/** From a stage that has a shell, and that files are copied from already. */
function copied({ stage, dockerfile }: BuiltStage, uid: number, path: string): readonly Edit[] | undefined {
  const copy = instructionsOf(stage, 'COPY').findLast(
    ({ from }) => from?.stage?.name !== undefined && from.stage.final.shell.state === 'known',
  );
  const builder = copy?.from?.stage;
  const last = builder?.instructions.at(-1);
  if (copy === undefined || builder?.name === undefined || last === undefined) return undefined;
  if (builder.final.user.isRoot !== true) return undefined;
  return [
    addLineAfter(dockerfile, last, `RUN mkdir -p ${path}`),
    addLineAfter(dockerfile, copy, `COPY --from=${builder.name} --chown=${uid}:${uid} ${path} ${path}`),
  ];
}
