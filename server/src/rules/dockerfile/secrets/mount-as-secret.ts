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
import { insert } from '../../../text/edit';
import { type Fix } from '../../rule';

/**
 * Hands the variable to each RUN that uses it as a secret mount, and takes its ARG or ENV out. Absent where anything but a
 * RUN uses it, where no RUN does, or where other ARGs and ENVs of that name would stay.
 * @see https://docs.docker.com/reference/dockerfile/#run---mounttypesecret
 */
export function mountAsSecret(
  dockerfile: Dockerfile,
  declared: VariableInstruction | ArgInstruction,
  pair: Pair,
): Fix | undefined {
  const { name } = pair;
  const { stage } = declared;
  if (stage === undefined) return undefined;
  if (dockerfile.instructions.some((each) => each !== declared && declares(each, name))) return undefined;
  if (dockerfile.instructions.some((each) => variableUses(each).some((use) => use.name === name)))
    return undefined;
  const users = dockerfile.instructions.filter((each) => usesInText(each, name));
  const runs = users.filter(
    (each): each is RunInstruction => each.keyword === 'RUN' && each.index > declared.index,
  );
  if (runs.length === 0 || runs.length < users.length) return undefined;
  const mount = ` --mount=type=secret,id=${name.toLowerCase()},env=${name}`;
  return {
    title: `Mount "${name}" as a secret where it is used`,
    edits: [
      removePair(dockerfile, declared, pair),
      ...runs.map(({ keywordSpan }) => insert(keywordSpan.end, mount)),
    ],
  };
}

function declares(instruction: Instruction, name: string): boolean {
  return (
    (instruction.keyword === 'ARG' || instruction.keyword === 'ENV') &&
    instruction.pairs.some((pair) => pair.name === name)
  );
}

/** Whether the text, which a shell or a program reads, holds `$NAME` or `${NAME…}`. */
function usesInText({ text, heredocs }: Instruction, name: string): boolean {
  const use = new RegExp(`\\$(?:${name}(?!\\w)|\\{[!#]?${name}(?!\\w))`);
  return use.test(text.text) || heredocs.some(({ body }) => use.test(body.text));
}
