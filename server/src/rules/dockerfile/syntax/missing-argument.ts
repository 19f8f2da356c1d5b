import { type Instruction } from '../../../dockerfile/model';
import { dockerfileRule } from '../../rule';
import { allInstructions } from './all-instructions';

export const missingArgument = dockerfileRule({
  id: 'missing-argument',
  summary: 'An instruction must have all that it needs.',
  severity: 'error',
  fix: 'none',
  messages: {
    base: '{keyword} needs {what}, so the build stops here.',
    equals:
      'What stands in an {keyword} after its first pair must be a pair too: there is no "=" in "{word}". The build stops here.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const instruction of allInstructions(dockerfile)) {
      const { keyword, keywordSpan } = instruction;
      const what = missingFrom(instruction);
      if (what !== undefined) {
        report({ message: 'base', at: keywordSpan, data: { keyword, what } });
        continue;
      }
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'LABEL') continue;
      const bare = instruction.legacy
        ? undefined
        : instruction.pairs.find(({ value }) => value === undefined);
      if (bare !== undefined)
        report({ message: 'equals', at: bare.span, data: { keyword, word: bare.name } });
    }
  },
});

/** What an instruction without words lacks. RUN, CMD and ENTRYPOINT may be empty. */
const needed: Readonly<Partial<Record<Instruction['keyword'], string>>> = {
  ADD: 'a source and a destination',
  ARG: 'a name',
  COPY: 'a source and a destination',
  ENV: 'a name and a value',
  EXPOSE: 'a port',
  FROM: 'an image',
  HEALTHCHECK: 'CMD with a command, or NONE',
  LABEL: 'a name and a value',
  MAINTAINER: 'a name',
  ONBUILD: 'an instruction',
  SHELL: 'a JSON array',
  STOPSIGNAL: 'a signal',
  USER: 'a user',
  VOLUME: 'a path',
  WORKDIR: 'a path',
};

function missingFrom(instruction: Instruction): string | undefined {
  const { keyword, body } = instruction;
  if (body.text === '') return needed[keyword];
  switch (instruction.keyword) {
    case 'ADD':
    case 'COPY':
      return (instruction.json?.items.length ?? instruction.args.length) < 2 ? needed[keyword] : undefined;
    case 'ENV':
    case 'LABEL':
      return instruction.legacy && instruction.pairs[0]?.value === undefined ? 'a value' : undefined;
    case 'HEALTHCHECK':
      return body.text.toLowerCase() === 'cmd' ? 'a command after CMD' : undefined;
    default:
      return undefined;
  }
}
