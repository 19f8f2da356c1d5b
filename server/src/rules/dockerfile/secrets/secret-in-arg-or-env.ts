import { type ArgInstruction, type Pair, type VariableInstruction } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { isNoSecret, isPlaceholder, secretName } from '../../../text/secret-names';
import { findSecretValues } from '../../../text/secret-values';
import { dockerfileRule } from '../../rule';
import { mountAsSecret } from './mount-as-secret';

export const secretInArgOrEnv = dockerfileRule({
  id: 'secret-in-arg-or-env',
  summary: 'A secret must not be handed over by ARG or ENV.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    arg: 'The value of build argument "{name}" stays readable in the history of the image. Hand a secret over with `RUN --mount=type=secret`.',
    env: 'The value of "{name}" becomes part of the image, readable by everybody who can pull it. Hand a secret over when the container starts, or with `RUN --mount=type=secret`.',
    placeholder:
      'The value of "{name}" looks like a placeholder, but what takes its place will be readable by everybody who can pull the image. Hand a secret over with `RUN --mount=type=secret`.',
  },
  sameAs: { hadolint: ['DL3064'], buildkit: ['SecretsUsedInArgOrEnv'], trivy: ['DS-0031'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const instruction of instructionsOf(dockerfile, ['ARG', 'ENV']))
      for (const pair of instruction.pairs) {
        if (!isSecret(instruction, pair)) continue;
        report({
          message: messageFor(instruction, pair),
          at: pair.nameSpan,
          data: { name: pair.name },
          offers: [mountAsSecret(dockerfile, instruction, pair)],
        });
      }
  },
});

function isSecret({ keyword }: VariableInstruction | ArgInstruction, { name, value }: Pair): boolean {
  if (!secretName(name)) return false;
  if (value === undefined) return keyword === 'ARG';
  // What has the form of a secret is marked itself, by secret-value.
  return !isNoSecret(value) && findSecretValues(value).every(({ example }) => example);
}

function messageFor({ keyword }: VariableInstruction | ArgInstruction, { value }: Pair) {
  if (value !== undefined && isPlaceholder(value)) return 'placeholder';
  return keyword === 'ARG' ? 'arg' : 'env';
}
