import {
  type ArgInstruction,
  type Dockerfile,
  type Instruction,
  type Pair,
  type RunInstruction,
  type VariableInstruction,
} from '../../../dockerfile/model';
import { removePair } from '../../../dockerfile/remove-pair';
import { variableUses } from '../../../dockerfile/variables';
import { instructionsOf } from '../../../dockerfile/walk';
import { insert } from '../../../text/edit';
import { type Fix } from '../../rule';

interface Declaration {
  readonly instruction: VariableInstruction | ArgInstruction;
  readonly pair: Pair;
}

/**
 * Hands a variable to each RUN that uses it as a secret mount, and takes every ARG and ENV of that name out. Absent where
 * no RUN uses it, or where anything else does.
 * @see https://docs.docker.com/reference/dockerfile/#run---mounttypesecret
 */
export function mountAsSecret(dockerfile: Dockerfile, name: string): Fix | undefined {
  const declarations = declarationsOf(dockerfile, name);
  const declaring = new Set<Instruction>(declarations.map(({ instruction }) => instruction));
  const first = declarations[0]?.instruction.index ?? 0;
  // Of two values in one instruction the edits would meet.
  if (declaring.size < declarations.length) return undefined;
  const others = dockerfile.instructions.filter((each) => !declaring.has(each));
  if (others.some((each) => variableUses(each).some((use) => use.name === name))) return undefined;
  const users = others.filter((each) => usesInText(each, name));
  const runs = users.filter((each): each is RunInstruction => each.keyword === 'RUN' && each.index > first);
  if (runs.length === 0 || runs.length < users.length) return undefined;
  if (declarations.some(({ instruction, pair }) => isUsedBeside(instruction, pair))) return undefined;
  const mount = ` --mount=type=secret,id=${name.toLowerCase()},env=${name}`;
  return {
    title: `Mount "${name}" as a secret where it is used`,
    edits: [
      ...declarations.map(({ instruction, pair }) => removePair(dockerfile, instruction, pair)),
      ...runs.map(({ keywordSpan }) => insert(keywordSpan.end, mount)),
    ],
    ...(declarations.some(({ instruction }) => instruction.keyword === 'ENV') && {
      confirm: `The container no longer gets "${name}" from the image. Where its program needs it too, hand it over when the container starts.`,
    }),
  };
}

function declarationsOf(dockerfile: Dockerfile, name: string): readonly Declaration[] {
  return instructionsOf(dockerfile, ['ARG', 'ENV']).flatMap((instruction) =>
    instruction.pairs.filter((pair) => pair.name === name).map((pair) => ({ instruction, pair })),
  );
}

/** Whether another variable of the same instruction is made from it. */
function isUsedBeside(instruction: VariableInstruction | ArgInstruction, { name, span }: Pair): boolean {
  return variableUses(instruction).some(
    (use) => use.name === name && (use.span.start < span.start || use.span.end > span.end),
  );
}

/** Whether the text, which a shell or a program reads, holds `$NAME` or `${NAME…}`. */
function usesInText({ text, heredocs }: Instruction, name: string): boolean {
  const use = new RegExp(`\\$(?:${name}(?!\\w)|\\{[!#]?${name}(?!\\w))`);
  return use.test(text.text) || heredocs.some(({ body }) => use.test(body.text));
}
