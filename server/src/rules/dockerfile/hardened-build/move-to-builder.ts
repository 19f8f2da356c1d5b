import { removeInstruction } from '../../../dockerfile/edits';
import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { insert } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { type Fix } from '../../rule';

/**
 * Offers to move a RUN of a stage that ships to the end of the stage which that copies from. Absent where none of these has
 * a shell, and where the command would mean something else there: it uses a variable, or a path from another work dir.
 */
export function moveToBuilder(dockerfile: Dockerfile, stage: Stage, run: RunInstruction): Fix | undefined {
  if (!dockerfile.ships(stage) || run.onbuild !== undefined || run.script?.complete !== true)
    return undefined;
  const builder = builderOf(stage, run);
  const last = builder?.instructions.at(-1);
  if (builder?.name === undefined || last === undefined || last.keyword === 'ONBUILD') return undefined;
  if (!meansTheSame(stage, run, builder)) return undefined;
  const { source } = dockerfile;
  const lines = source.slice({ start: lineStart(dockerfile, run), end: lineEnd(dockerfile, run) });
  return {
    title: `Move this RUN to the end of the stage "${builder.name}"`,
    edits: [insert(lineEnd(dockerfile, last), `${source.eol}${lines}`), removeInstruction(dockerfile, run)],
    confirm: `What the command uses must lie at the same paths in "${builder.name}", and what it makes must be copied from there.`,
  };
}

/** The last stage before the RUN that files were copied from and that has a shell. */
function builderOf(stage: Stage, run: RunInstruction): Stage | undefined {
  return instructionsOf(stage, 'COPY').findLast(
    ({ index, from }) => index < run.index && from?.stage?.final.shell.state === 'known',
  )?.from?.stage;
}

function meansTheSame(stage: Stage, run: RunInstruction, builder: Stage): boolean {
  const { workdir } = stage.before(run);
  const words = run.script?.commands.flatMap(({ args, redirects }) => [
    ...args,
    ...redirects.flatMap(({ target }) => target ?? []),
  ]);
  if (words === undefined || words.some(({ variables }) => variables.length > 0)) return false;
  // Paths that do not begin at the root hang on the work dir.
  if (valueOf(workdir) !== undefined && valueOf(workdir) === valueOf(builder.final.workdir)) return true;
  return words.every(({ value }) => value.startsWith('/') || !/[/.*]/.test(value));
}

function lineStart({ source }: Dockerfile, { span }: RunInstruction): number {
  return source.lineSpan(source.lineAt(span.start)).start;
}

function lineEnd({ source }: Dockerfile, { span }: RunInstruction | Stage['instructions'][number]): number {
  return source.lineSpan(source.lineAt(span.end)).end;
}
