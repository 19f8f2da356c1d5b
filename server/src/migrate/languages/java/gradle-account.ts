import { rootOf } from '../../../dockerfile/chain';
import { removeInstruction } from '../../../dockerfile/edits';
import { instructionsOf } from '../../../dockerfile/walk';
import { removeSpan } from '../../../shell/edits';
import { type Edit } from '../../../text/edit';
import { type Step } from '../../plan';
import { type Shipment } from '../language';

/** The account `gradle` is in Gradle's own image alone: https://github.com/keeganwitt/docker-gradle */
export function withoutGradleAccount({ dockerfile, chain }: Shipment): readonly Step[] {
  const { source } = dockerfile;
  const edits = dockerfile.stages
    .filter(
      (stage) =>
        !chain.includes(stage) && rootOf(stage).base.image?.repository === 'docker.io/library/gradle',
    )
    .flatMap((stage): readonly Edit[] => [
      ...instructionsOf(stage, ['COPY', 'ADD']).flatMap(({ flags }) =>
        flags
          .filter(({ name, value }) => name === 'chown' && /^gradle(?::|$)/.test(value ?? ''))
          .map(({ span }) => removeSpan(source, span)),
      ),
      ...instructionsOf(stage, 'USER')
        .filter(({ args }) => /^gradle(?::|$)/.test(args[0]?.text ?? ''))
        .map((user) => removeInstruction(dockerfile, user)),
    ]);
  return edits.length === 0
    ? []
    : [
        {
          id: 'gradle-account',
          title: 'Build without the account `gradle`',
          why: 'The hardened image for building does not have this account. The stage does not ship, so it can work as root.',
          edits,
        },
      ];
}
