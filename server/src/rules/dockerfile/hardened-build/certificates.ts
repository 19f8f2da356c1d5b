import { chainOf } from '../../../dockerfile/chain';
import { type CopyInstruction, type Stage } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';

/** Programs that put authorities into the bundle: https://manpages.debian.org/trixie/ca-certificates/update-ca-certificates.8 */
const updates = new Set(['update-ca-certificates', 'update-ca-trust', 'c_rehash', 'trust', 'keytool']);
/** Folders that they take them from. */
const ownFolders = /\/(?:local\/share|share)\/ca-certificates|\/pki\/ca-trust|\/ca-certificates\//;

/** Whether a stage has authorities of its own, or may have: then its certificates are more than the usual ones. */
export function addsCertificates(stage: Stage): boolean {
  let adds = known.get(stage);
  if (adds === undefined) {
    adds = mayAdd(stage);
    known.set(stage, adds);
  }
  return adds;
}

const known = new ModelMap<Stage, boolean>();

function mayAdd(stage: Stage): boolean {
  return chainOf(stage).some((each) =>
    instructionsOf(each, ['RUN', 'COPY', 'ADD']).some(
      (instruction) =>
        ownFolders.test(instruction.text.text) ||
        (instruction.keyword === 'RUN' &&
          (instruction.script?.complete !== true ||
            commandsOf(instruction).some(({ name }) => updates.has(name)))),
    ),
  );
}

/** Where distributions keep the bundle: Debian and Alpine, and Go's other places. */
const bundles = /^\/etc\/(?:ssl\/certs(?:\/(?:ca-certificates\.crt)?)?|ssl\/cert\.pem|ssl\/ca-bundle\.pem)$/;

/** Whether a COPY brings nothing but the bundle of another stage or image, to where that lies anyway. */
export function copiesBundle({ from, sources, destination }: CopyInstruction): boolean {
  const [source, ...others] = sources;
  if (from === undefined || source === undefined || others.length > 0 || destination === undefined)
    return false;
  if (from.stage === undefined && from.image === undefined) return false;
  return (
    bundles.test(source.text) &&
    /^\/etc\/ssl(?:\/(?:certs(?:\/(?:ca-certificates\.crt)?)?)?)?$/.test(destination.text) &&
    (from.stage === undefined || !addsCertificates(from.stage))
  );
}
