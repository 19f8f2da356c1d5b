import { instructionsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { dockerfileRule } from '../../rule';
import { copiesAllToWorkdir, isSystemFolder } from './system-folder';

export const workdirSystem = dockerfileRule({
  id: 'workdir-system',
  summary: 'A container must not work in a folder of the system.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: "Files of the application end up among the system's own in {path}, where they may replace some. Work in a folder of your own, such as /app.",
    root: "Everything that is copied lands among the system's own folders here, where it may replace some. Work in a folder of your own, such as /app.",
  },
  sameAs: { trivy: ['DS-0030'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.shippedStages) {
      // One on the way is where a RUN has to be; the last is where the application works.
      const instruction = instructionsOf(stage, 'WORKDIR').at(-1);
      const path = instruction && valueOf(instruction.path);
      if (instruction === undefined || path === undefined) continue;
      const isRoot = path === '/' && copiesAllToWorkdir(stage, instruction);
      if (!isRoot && !isSystemFolder(path)) continue;
      report({
        message: isRoot ? 'root' : 'base',
        at: instruction.body.spanOf(0, instruction.body.text.length),
        data: { path },
      });
    }
  },
});
