import { removeSpan } from '../../../shell/edits';
import { dockerfileRule } from '../../rule';
import { flaggedInstructions, flagsOf } from './flags-of-instructions';
import { isPlainDockerfile } from './known-frontend';

export const duplicateFlag = dockerfileRule({
  id: 'duplicate-flag',
  summary: 'A flag with one value must be given once.',
  severity: 'error',
  fix: 'offer',
  messages: { base: '--{name} is given twice, so the build stops here.' },
  since: '0.1.0',
  check({ dockerfile, source, report }) {
    if (!isPlainDockerfile(dockerfile)) return;
    for (const instruction of flaggedInstructions(dockerfile)) {
      const { flags } = instruction;
      if (flags.length < 2) continue;
      const known = flagsOf(instruction);
      flags.forEach(({ name, span }, at) => {
        const before = flags.slice(0, at).find((each) => each.name === name);
        if (before === undefined || known[name] === undefined || known[name].repeats === true) return;
        report({
          message: 'base',
          at: span,
          data: { name },
          offers: [
            { title: 'Remove this one', edits: [removeSpan(source, span)] },
            { title: 'Remove the first', edits: [removeSpan(source, before.span)] },
          ],
          related: [{ at: before.span, text: 'Given here first.' }],
        });
      });
    }
  },
});
