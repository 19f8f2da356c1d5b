import { type Instruction, type RunInstruction, type Stage } from '../../../dockerfile/model';

const lockFile = /(?:^|\/)(?:Cargo\.lock|Cargo\.\*|\*\.lock|\*)$|^\.{0,2}\/?$/;

/** Whether Cargo.lock is seen to reach a RUN: by COPY or ADD before it, here or in a stage below, or by a bind mount. */
export function bringsLock(stage: Stage, run: RunInstruction): boolean {
  const binds = run.mounts.some((mount) => {
    const source = mount.option('source', 'src')?.value ?? '.';
    return mount.type === 'bind' && mount.option('from') === undefined && lockFile.test(source);
  });
  if (binds || stage.instructions.some((each) => each.index < run.index && copiesLock(each))) return true;
  for (let below = stage.base.stage; below !== undefined; below = below.base.stage)
    if (below.instructions.some(copiesLock)) return true;
  return false;
}

function copiesLock(instruction: Instruction): boolean {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
  return instruction.from === undefined && instruction.sources.some(({ text }) => lockFile.test(text));
}
