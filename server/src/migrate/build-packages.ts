import { type Dockerfile, type Stage } from '../dockerfile/model';
import { commandsOf, instructionsOf } from '../dockerfile/walk';
import { removeWord } from '../shell/edits';
import { type Edit } from '../text/edit';
import { blockOf, removeBlocks } from './blocks';
import { type HardenedBase } from './hardened-base';
import { type Step } from './plan';
import { runFates } from './ship/runs';

/** Takes out of a stage that only builds what its hardened image has already: the certificates. */
export function buildPackagesStep(
  dockerfile: Dockerfile,
  stage: Stage,
  hardened: HardenedBase,
): readonly Step[] {
  const calls = instructionsOf(stage, 'RUN').flatMap((run) =>
    commandsOf(run).map((command) => ({ stage, run, command })),
  );
  const edits: Edit[] = [];
  for (const { run, fate, meanings } of runFates({ calls, chain: [stage] }, {}, hardened).values()) {
    const words = meanings.flatMap(({ present = [] }) =>
      present.filter(({ value }) => /^ca-certificates(?:=|$)/.test(value)),
    );
    const isAll =
      fate === 'gone' && meanings.every(({ dropped }) => dropped !== 'account' && dropped !== 'owner');
    if (isAll) edits.push(...removeBlocks(dockerfile, [blockOf(dockerfile, run)]));
    else if (fate !== 'gone')
      edits.push(...words.flatMap((word) => removeWord(dockerfile.source, word) ?? []));
  }
  if (edits.length === 0) return [];
  return [
    {
      id: `packages-${stage.index}`,
      title: 'Install no certificates',
      why: 'Hardened images bring those of the public authorities, for building as well.',
      edits,
    },
  ];
}
