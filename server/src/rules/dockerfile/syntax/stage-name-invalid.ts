import { dockerfileRule } from '../../rule';

export const stageNameInvalid = dockerfileRule({
  id: 'stage-name-invalid',
  summary:
    'The name of a stage must begin with a letter, and have letters, digits, dashes, dots and underscores only.',
  severity: 'error',
  fix: 'none',
  messages: {
    base: '"{name}" cannot name a stage: a name begins with a letter and has letters, digits, -, . and _ only. The build stops here.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const { from } of dockerfile.stages) {
      if (from.as === undefined || /^[A-Za-z][\w.-]*$/.test(from.as.name)) continue;
      report({ message: 'base', at: from.as.nameSpan, data: { name: from.as.name } });
    }
  },
});
