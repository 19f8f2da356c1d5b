import { addLineBefore } from '../../../dockerfile/edits';
import { type Dockerfile, type Stage, type State, type VariableUse } from '../../../dockerfile/model';
import { PREDEFINED_ARGUMENTS } from '../../../dockerfile/predefined-arguments';
import { variableUses } from '../../../dockerfile/variables';
import { rootOf } from '../../../dockerfile/chain';
import { replace } from '../../../text/edit';
import { closest } from '../../../text/nearest';
import { dockerfileRule } from '../../rule';
import { setterBefore } from './env-self-reference';

export const variableUndefined = dockerfileRule({
  id: 'variable-undefined',
  summary: 'A variable must be declared in the stage that uses it.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    global:
      '"{name}" is declared above the first FROM only, so it is empty here until the stage has an ARG {name} of its own.',
    later: '"{name}" is declared further down in this stage, so it is empty here.',
    nearest: '"{name}" is not declared in this stage, so it is empty here. Did you mean "{nearest}"?',
    scratch: '"{name}" is not declared in this stage, and scratch brings no variables, so it is empty here.',
  },
  sameAs: { buildkit: ['UndefinedVar'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages)
      for (const instruction of stage.instructions) {
        // A trigger runs in a stage of another file.
        if (instruction.keyword === 'ONBUILD') continue;
        for (const use of variableUses(instruction)) {
          // That the same instruction sets it is the fault then, and env-self-reference says so.
          if (instruction.keyword === 'ENV' && setterBefore(instruction, use) !== undefined) continue;
          const state = stage.before(instruction);
          if (
            use.guarded ||
            PREDEFINED_ARGUMENTS.has(use.name) ||
            state.variable(use.name).state !== 'absent'
          )
            continue;
          const cause = causeOf(use, stage, dockerfile, state);
          if (cause === undefined) continue;
          const { message, nearest } = cause;
          const { name } = use;
          report({
            message,
            at: use.nameSpan,
            data: { name, nearest: nearest ?? '' },
            offers: [
              nearest === undefined
                ? {
                    title: `Declare ARG ${name} here`,
                    edits: [addLineBefore(dockerfile, instruction, `ARG ${name}`)],
                  }
                : { title: `Change to "${nearest}"`, edits: [replace(use.nameSpan, nearest)] },
            ],
          });
        }
      }
  },
});

/**
 * Why nothing can give the variable a value. Images bring variables of their own that nobody can know here, so a name is
 * only called undefined where something in the file says so.
 */
function causeOf(
  { name }: VariableUse,
  stage: Stage,
  { globalArgs }: Dockerfile,
  { variables }: State,
): { message: 'global' | 'later' | 'nearest' | 'scratch'; nearest?: string } | undefined {
  if (globalArgs.some(({ pairs }) => pairs.some((pair) => pair.name === name))) return { message: 'global' };
  if (declares(stage, name)) return { message: 'later' };
  const nearest = name.length > 3 ? closest(name, [...variables.keys()]) : undefined;
  if (nearest !== undefined) return { message: 'nearest', nearest };
  return rootOf(stage).base.isScratch ? { message: 'scratch' } : undefined;
}

function declares({ instructions }: Stage, name: string): boolean {
  return instructions.some(
    (each) =>
      (each.keyword === 'ARG' || each.keyword === 'ENV') && each.pairs.some((pair) => pair.name === name),
  );
}
