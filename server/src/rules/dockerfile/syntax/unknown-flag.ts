import { replace } from '../../../text/edit';
import { closest } from '../../../text/nearest';
import { dockerfileRule } from '../../rule';
import { flaggedInstructions, flagsOf } from './flags-of-instructions';
import { isPlainDockerfile } from './known-frontend';

export const unknownFlag = dockerfileRule({
  id: 'unknown-flag',
  summary: 'Every flag must be one that its instruction takes.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: '{keyword} has no flag --{name}, so the build stops here.',
    nearest: '{keyword} has no flag --{name}, so the build stops here. Did you mean --{nearest}?',
    command:
      'Words that begin with -- right after {keyword} are flags of {keyword} itself, and it has none --{name}: the build stops here.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    if (!isPlainDockerfile(dockerfile)) return;
    for (const instruction of flaggedInstructions(dockerfile)) {
      const { keyword } = instruction;
      if (keyword === 'UNKNOWN') continue;
      const known = Object.keys(flagsOf(instruction));
      for (const { name, nameSpan, span } of instruction.flags) {
        if (known.includes(name)) continue;
        const nearest = closest(name, known);
        const isCommand = keyword === 'CMD' || keyword === 'ENTRYPOINT';
        report({
          message: isCommand ? 'command' : nearest === undefined ? 'base' : 'nearest',
          at: nearest === undefined ? span : nameSpan,
          data: { keyword, name, nearest: nearest ?? '' },
          offers:
            nearest === undefined
              ? []
              : [{ title: `Change to --${nearest}`, edits: [replace(nameSpan, nearest)] }],
        });
      }
    }
  },
});
