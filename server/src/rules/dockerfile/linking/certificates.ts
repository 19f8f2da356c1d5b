import { type Arrival, arrivalsOf } from '../../../dockerfile/artefacts/arrivals';
import { imageName } from '../../../dockerfile/artefacts/root-image';
import { chainOf } from '../../../dockerfile/chain';
import { type CopyInstruction, type Stage } from '../../../dockerfile/model';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { type Span } from '../../../text/span';

const secureAddress =
  /\b(?:https|wss|amqps|rediss|mqtts|ldaps|smtps|grpcs):\/\/(?!localhost|127\.|\[?::1|\$)/i;
const certificate = /ssl|cert|\.pem\b|\.crt\b|ca-bundle|pki/i;
const holdsCertificates = /^\/(?:$|etc$|etc\/(?:ssl|pki)|usr$|usr\/(?:local\/)?share$)/;
const plainFile = /\.(?:sh|json|ya?ml|toml|conf|env|txt|html)$|^\/etc\/(?:passwd|group)$/;

/** The text by which a stage says that its program speaks TLS to others; absent where nothing says so. */
export function tlsClient(stage: Stage): Span | undefined {
  for (const { instruction, value } of stage.final.variables.values()) {
    if (instruction.keyword === 'ENV' && secureAddress.test(valueOf(value) ?? '')) return instruction.span;
  }
  for (const keyword of ['ENTRYPOINT', 'CMD'] as const) {
    const instruction = stage.effective(keyword);
    if (instruction !== undefined && secureAddress.test(instruction.text.text)) return instruction.span;
  }
  return undefined;
}

/** Whether certificates may be in the stage: something that may be them is copied to a place that may hold them. */
export function mayHaveCertificates(stage: Stage): boolean {
  return chainOf(stage).some((each) =>
    each.instructions.some((instruction) => {
      if (instruction.keyword === 'RUN' || instruction.keyword === 'ONBUILD') return true;
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
      return certificate.test(instruction.text.text) || fillsSystemFolder(each, instruction);
    }),
  );
}

function fillsSystemFolder(stage: Stage, copy: CopyInstruction): boolean {
  const target = valueOf(copy.destinationPath);
  if (target !== undefined && !holdsCertificates.test(target)) return false;
  const programs = new Set(arrivalsOf(stage).flatMap((each) => (isProgram(each) ? each.source : [])));
  return copy.sources.some((source) => !programs.has(source) && !plainFile.test(source.text));
}

function isProgram({ origin }: Arrival): boolean {
  return origin.kind === 'built' && !origin.inFolder;
}

/** Whether a stage is known to have /etc/ssl/certs/ca-certificates.crt. */
export function hasCertificates(stage: Stage): boolean {
  if (stage.effects.packages.some(({ name }) => name === 'ca-certificates')) return true;
  const isUpdated = chainOf(stage).some((each) =>
    instructionsOf(each, 'RUN').some((run) =>
      commandsOf(run).some(({ name }) => name === 'update-ca-certificates'),
    ),
  );
  // https://github.com/docker-library/golang installs them in all variants, and hardened images have them.
  return isUpdated || imageName(stage) === 'golang' || stage.base.facts.hardened !== undefined;
}
