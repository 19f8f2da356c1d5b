import { type BuiltOrigin, type Linking } from '../../../dockerfile/artefacts/artefact';
import { chainOf } from '../../../dockerfile/chain';
import { type Stage } from '../../../dockerfile/model';
import { type BuildContext } from '../../../workspace/context';

/** How a program that reaches a stage is linked; absent where that is not certain. */
export function linkingOf({ build }: BuiltOrigin, stage: Stage, context: BuildContext): Linking | undefined {
  // Cargo's own configuration may say how to link: https://doc.rust-lang.org/cargo/reference/config.html
  if (build.toolchain === 'cargo' && context.has('.cargo') === true) return undefined;
  if (build.linking.state === 'known') return build.linking.value;
  return build.linkingOfNetworked !== undefined && usesNetwork(stage) ? build.linkingOfNetworked : undefined;
}

/** Whether the stage says that its program listens, or calls others by TLS. */
function usesNetwork(stage: Stage): boolean {
  return chainOf(stage).some(({ instructions }) =>
    instructions.some((instruction) => {
      if (instruction.keyword === 'EXPOSE') return true;
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
      return instruction.sources.some(({ text }) => /ca-certificates|\/etc\/ssl\b/.test(text));
    }),
  );
}
