import { keywordCase } from '../../../dockerfile/keyword-case';
import { type Dockerfile, type Instruction } from '../../../dockerfile/model';
import { insert, replace } from '../../../text/edit';
import { closest } from '../../../text/nearest';
import { dockerfileRule, type Fix } from '../../rule';
import { isPlainDockerfile, keywords } from './known-frontend';

export const unknownInstruction = dockerfileRule({
  id: 'unknown-instruction',
  summary: 'Every instruction must be one that Docker knows.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: 'There is no instruction "{written}", so the build stops here.',
    nearest: 'There is no instruction "{written}", so the build stops here. Did you mean {nearest}?',
    line: 'There is no instruction "{written}", so the build stops here. The line above may have to go on with {escape} at its end.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    if (!isPlainDockerfile(dockerfile)) return;
    for (const instruction of dockerfile.instructions) {
      if (instruction.keyword !== 'UNKNOWN') continue;
      const { keywordText: written, keywordSpan: at } = instruction;
      const found = closest(written.toUpperCase(), keywords);
      const nearest = found && keywordCase(dockerfile)(found);
      const above = goOn(dockerfile, instruction);
      const { escape } = dockerfile;
      report({
        message: nearest !== undefined ? 'nearest' : above === undefined ? 'base' : 'line',
        at,
        data: { written, nearest: nearest ?? '', escape },
        offers: [
          nearest === undefined ? above : { title: `Change to ${nearest}`, edits: [replace(at, nearest)] },
        ],
      });
    }
  },
});

/** Offers to continue the instruction of the line right above, which takes more words. */
function goOn({ instructions, source, escape }: Dockerfile, { index, span }: Instruction): Fix | undefined {
  const above = instructions[index - 1];
  if (
    above === undefined ||
    above.heredocs.length > 0 ||
    !/^(?:RUN|CMD|ENTRYPOINT|ENV|LABEL|COPY|ADD)$/.test(above.keyword)
  )
    return undefined;
  if (source.lineAt(above.span.end) + 1 !== source.lineAt(span.start) || above.json !== undefined)
    return undefined;
  return { title: 'Continue the instruction above', edits: [insert(above.span.end, ` ${escape}`)] };
}
