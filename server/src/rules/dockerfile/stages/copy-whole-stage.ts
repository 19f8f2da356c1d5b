import { type CopyInstruction } from '../../../dockerfile/model';
import { rootOf } from '../../../dockerfile/chain';
import { imageFacts } from '../../../image/facts';
import { valueOf } from '../../../text/known';
import { instructionsOf } from '../../../dockerfile/walk';
import { dockerfileRule } from '../../rule';

export const copyWholeStage = dockerfileRule({
  id: 'copy-whole-stage',
  summary: 'What is copied from a stage is what is needed of it, not all of it.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: 'This puts the whole system of "{from}" over the one that is here: its tools, caches and users come along. Copy what is needed alone.',
  },
  sameAs: { hadolint: ['DL3067'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages) {
      // To copy all into an empty image is how layers are made one.
      if (rootOf(stage).base.isScratch) continue;
      for (const copy of instructionsOf(stage, 'COPY')) {
        const [source] = copy.sources;
        if (copy.from === undefined || source === undefined || copy.sources.length > 1) continue;
        if (!/^\/(?:\.|\*)?$/.test(source.text) || valueOf(copy.destinationPath) !== '/') continue;
        if (!isSystem(copy)) continue;
        report({ message: 'base', at: source.span, data: { from: copy.from.text } });
      }
    }
  },
});

/** Whether what is copied from is known to hold a system, and not a few files that were put together for this. */
function isSystem({ from }: CopyInstruction): boolean {
  const facts = from?.stage?.base.facts ?? (from?.image && imageFacts(from.image));
  if (facts === undefined) return false;
  const manager = valueOf(facts.packageManager);
  return facts.shell.state === 'known' || (manager !== undefined && manager !== 'none');
}
