import { chainOf, rootOf } from '../../../dockerfile/chain';
import { instructionsOf } from '../../../dockerfile/walk';
import { type Span } from '../../../text/span';
import { type Related } from '../../rule';
import { type BuiltDockerfile } from './built-dockerfile';
import { type BuiltStage } from './service-run';

/*
 * Places in the Dockerfile that a service builds from, to which a finding in the Compose file is due. There are none where the
 * service pulls its image, nor where the Dockerfile's text stands in the Compose file.
 */

export function inDockerfile(
  built: Pick<BuiltDockerfile, 'uri' | 'dockerfile'> | undefined,
  at: Span,
  text: string,
): readonly Related[] {
  if (built?.uri === undefined) return [];
  return [{ at, text, file: { uri: built.uri, source: built.dockerfile.source } }];
}

/** What says as whom the image runs. */
export function userPlace(built: BuiltStage | undefined): readonly Related[] {
  if (built === undefined) return [];
  const { instruction } = built.stage.final.user;
  return instruction === undefined
    ? inDockerfile(built, lowest(built).base.span, 'The user of this image counts.')
    : inDockerfile(built, instruction.userSpan ?? instruction.keywordSpan, 'The image runs as this user.');
}

/** The image without a shell. */
export function shellLessPlace(built: BuiltStage | undefined): readonly Related[] {
  return built === undefined ? [] : inDockerfile(built, lowest(built).base.span, 'This image has no shell.');
}

/** What says on which ports the image listens. */
export function exposedPlaces(built: BuiltStage | undefined): readonly Related[] {
  if (built === undefined) return [];
  return chainOf(built.stage).flatMap((stage) =>
    instructionsOf(stage, 'EXPOSE').flatMap(({ keywordSpan }) =>
      inDockerfile(built, keywordSpan, 'These ports are exposed.'),
    ),
  );
}

function lowest({ stage }: BuiltStage): BuiltStage['stage'] {
  return rootOf(stage);
}
