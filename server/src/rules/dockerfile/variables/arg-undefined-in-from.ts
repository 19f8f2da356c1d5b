import { addLineBefore } from '../../../dockerfile/edits';
import { PREDEFINED_ARGUMENTS } from '../../../dockerfile/predefined-arguments';
import { variableUses } from '../../../dockerfile/variables';
import { replace } from '../../../text/edit';
import { closest } from '../../../text/nearest';
import { dockerfileRule, type Fix } from '../../rule';

export const argUndefinedInFrom = dockerfileRule({
  id: 'arg-undefined-in-from',
  summary: 'A FROM may only use variables that an ARG above the first FROM declares.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: '"{name}" is not declared by an ARG above the first FROM, so it is empty here and the image cannot be found.',
    nearest: '"{name}" is not declared by an ARG above the first FROM. Did you mean "{nearest}"?',
  },
  sameAs: { buildkit: ['UndefinedArgInFrom'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    const withVariables = dockerfile.stages.filter(({ from }) => from.text.text.includes('$'));
    if (withVariables.length === 0) return;
    const declared = dockerfile.globalArgs.flatMap(({ pairs }) => pairs.map(({ name }) => name));
    for (const { from } of withVariables)
      for (const use of variableUses(from)) {
        const { name, nameSpan, guarded } = use;
        if (guarded || declared.includes(name) || PREDEFINED_ARGUMENTS.has(name)) continue;
        const nearest = closest(name, declared);
        const first = dockerfile.stages[0]?.from ?? from;
        const declare: Fix = {
          title: `Declare ARG ${name} above the first FROM`,
          edits: [addLineBefore(dockerfile, first, `ARG ${name}`)],
        };
        report({
          message: nearest === undefined ? 'base' : 'nearest',
          at: nameSpan,
          data: { name, nearest: nearest ?? '' },
          offers:
            nearest === undefined
              ? [declare]
              : [{ title: `Change to "${nearest}"`, edits: [replace(nameSpan, nearest)] }, declare],
        });
      }
  },
});
