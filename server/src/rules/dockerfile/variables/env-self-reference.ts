import {
  type Dockerfile,
  type Pair,
  type VariableInstruction,
  type VariableUse,
} from '../../../dockerfile/model';
import { variableUses } from '../../../dockerfile/variables';
import { instructionsOf } from '../../../dockerfile/walk';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { contains } from '../../../text/span';
import { dockerfileRule, type Fix } from '../../rule';

export const envSelfReference = dockerfileRule({
  id: 'env-self-reference',
  summary: 'A variable must not be used in the ENV that sets it.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '"{name}" still has its value from before this ENV here, or none: what the same ENV sets counts only after it.',
  },
  sameAs: { hadolint: ['DL3044'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const instruction of instructionsOf(dockerfile, 'ENV')) {
      if (instruction.pairs.length < 2) continue;
      for (const use of variableUses(instruction)) {
        const setter = setterBefore(instruction, use);
        if (setter === undefined || isSame(instruction, setter)) continue;
        const at = instruction.pairs.findIndex(({ span }) => contains(span, use.span));
        report({
          message: 'base',
          at: use.span,
          data: { name: use.name },
          offers: [split(dockerfile, instruction, at)],
          related: [{ at: setter.nameSpan, text: 'Set here, for the instructions that follow.' }],
        });
      }
    }
  },
});

/** The pair of the same ENV that sets the variable and stands before the one that uses it. */
export function setterBefore(
  instruction: VariableInstruction,
  { name, span }: VariableUse,
): Pair | undefined {
  for (const pair of instruction.pairs) {
    if (pair.span.end >= span.start) break;
    if (pair.name === name) return pair;
  }
  return undefined;
}

/** Whether the variable has the value before that it is given. */
function isSame(instruction: VariableInstruction, setter: Pair): boolean {
  const before = instruction.stage?.before(instruction).variable(setter.name);
  const value = before && valueOf(before);
  return value !== undefined && value === valueOf(setter.resolved);
}

function split(
  { source, comments }: Dockerfile,
  { pairs, keywordText }: VariableInstruction,
  at: number,
): Fix | undefined {
  const [previous, own] = [pairs[at - 1], pairs[at]];
  if (previous === undefined || own === undefined) return undefined;
  const between = { start: previous.span.end, end: own.span.start };
  if (comments.some(({ span }) => contains(between, span))) return undefined;
  const indent = source.indentAt(source.lineAt(pairs[0]?.span.start ?? 0));
  const text = `${source.eol}${indent}${keywordText} `;
  return { title: `Set ${own.name} in an ENV of its own`, edits: [replace(between, text)] };
}
