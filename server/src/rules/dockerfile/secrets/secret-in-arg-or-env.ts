import {
  type ArgInstruction,
  type Dockerfile,
  type Pair,
  type VariableInstruction,
} from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { isNoSecret, isPlaceholder, secretName } from '../../../text/secret-names';
import { findSecretValues } from '../../../text/secret-values';
import { dockerfileRule } from '../../rule';
import { SecretMounts } from './secret-mounts';

type Declaring = VariableInstruction | ArgInstruction;

export const secretInArgOrEnv = dockerfileRule({
  id: 'secret-in-arg-or-env',
  summary: 'A secret must not be handed over by ARG or ENV.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    arg: 'The value of build argument "{name}" stays readable in the history of the image. Hand a secret over with `RUN --mount=type=secret`, which leaves nothing behind.',
    env: 'The value of "{name}" becomes part of the image, readable by everybody who can pull it. Hand a secret over when the container starts, or to a build step with `RUN --mount=type=secret`.',
    builder:
      'The value of "{name}" stays in the build cache, though this stage does not ship. Hand a secret over with `RUN --mount=type=secret`, which leaves nothing behind.',
    global:
      'The value of build argument "{name}" is readable by everybody who can read this file. Hand a secret over with `RUN --mount=type=secret`.',
    placeholder:
      'The value of "{name}" looks like a placeholder, but what takes its place will be readable by everybody who can pull the image. Hand a secret over with `RUN --mount=type=secret`.',
  },
  sameAs: { hadolint: ['DL3064'], buildkit: ['SecretsUsedInArgOrEnv'], trivy: ['DS-0031'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    let mounts: SecretMounts | undefined;
    for (const instruction of instructionsOf(dockerfile, ['ARG', 'ENV'], { triggers: true }))
      for (const pair of instruction.pairs) {
        if (!isSecret(instruction, pair)) continue;
        mounts ??= new SecretMounts(dockerfile);
        report({
          message: messageFor(dockerfile, instruction, pair),
          at: pair.nameSpan,
          data: { name: pair.name },
          offers: [mounts.fixFor(pair.name)],
        });
      }
  },
});

function isSecret({ keyword, stage }: Declaring, { name, value, resolved }: Pair): boolean {
  if (!secretName(name)) return false;
  // Above the first FROM it only says that there is such an argument; the stages that take it are marked.
  if (value === undefined) return keyword === 'ARG' && stage !== undefined;
  // What has the form of a secret is marked itself, by secret-value.
  return (
    !isNoSecret(value) &&
    !isNoSecret(valueOf(resolved) ?? value) &&
    findSecretValues(value).every(({ example }) => example)
  );
}

function messageFor(dockerfile: Dockerfile, { keyword, stage }: Declaring, { value }: Pair) {
  if (value !== undefined && !value.includes('$') && isPlaceholder(value)) return 'placeholder';
  if (stage === undefined) return 'global';
  if (!dockerfile.ships(stage)) return 'builder';
  return keyword === 'ARG' ? 'arg' : 'env';
}
