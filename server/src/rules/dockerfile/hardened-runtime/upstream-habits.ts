import { chainOf } from '../../../dockerfile/chain';
import { type CopyInstruction, type Pair, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { SCRIPT_FOLDERS, SCRIPT_VARIABLES, type ScriptFolder } from '../../../image/entrypoint-differences';
import { valueOf } from '../../../text/known';
import { pathBelow } from '../context/copy-target';
import { isScript } from './handed-command';

/** Files that were put where only the entry point of the upstream image looks. */
export interface UnreadFiles {
  readonly copy: CopyInstruction;
  readonly folder: ScriptFolder;
}

/** Whether the container of a stage starts a script that upstream's habits may rely on: that of the image, or one of this file. */
function startsScript(stage: Stage): boolean {
  const { entrypoint } = stage.base.facts;
  if (stage.effective('ENTRYPOINT') !== undefined || entrypoint.state === 'unknown') return true;
  return (valueOf(entrypoint) ?? []).some(isScript);
}

export function unreadFiles(stage: Stage): readonly UnreadFiles[] {
  if (stage.base.facts.hardened === undefined || startsScript(stage)) return [];
  return chainOf(stage).flatMap((each) =>
    instructionsOf(each, ['COPY', 'ADD']).flatMap((copy) => {
      const path = valueOf(copy.destinationPath);
      const folder = SCRIPT_FOLDERS.find(
        (one) => path !== undefined && pathBelow(one.path, path) !== undefined,
      );
      return folder === undefined ? [] : [{ copy, folder }];
    }),
  );
}

/** Variables of ENV that only the script of the upstream image reads. */
export function unreadVariables(stage: Stage): readonly Pair[] {
  const { hardened } = stage.base.facts;
  const pattern = hardened && SCRIPT_VARIABLES.get(hardened.repository);
  if (pattern === undefined || startsScript(stage)) return [];
  return chainOf(stage).flatMap((each) =>
    instructionsOf(each, 'ENV').flatMap(({ pairs }) => pairs.filter(({ name }) => pattern.test(name))),
  );
}
