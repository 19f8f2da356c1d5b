import { type Command } from '../../../compose/field';
import { type Service } from '../../../compose/model';
import { isShell, programOf } from '../../../dockerfile/interpreters';
import { type CatalogFacts } from '../../../image/catalog/model';
import { valueOf } from '../../../text/known';

/**
 * Whether a service runs on a hardened image as it is written, as far as the file tells: it calls no shell that is not
 * there, asks for no port that the image's user cannot open or does not listen at, and writes no volume, whose files belong
 * to somebody else.
 */
export function fitsService(service: Service, facts: CatalogFacts): boolean {
  if (service.volumes.length > 0 || service.user !== undefined || service.inheritsUnknown) return false;
  if (service.entrypoint !== undefined) return false;
  const ports = service.ports.map(({ target }) => valueOf(target));
  if (!ports.every((port) => port?.first === port?.last && facts.ports.includes(`${port?.first ?? ''}/tcp`)))
    return false;
  return facts.shells.length > 0 || (!callsShell(service.command) && !checksByShell(service));
}

function callsShell(command: Command | undefined): boolean {
  if (command === undefined) return false;
  const [first] = command.words;
  // Compose splits a string into words itself; no shell is asked.
  const program = first?.text.trim().split(/\s/)[0] ?? '';
  return isShell(programOf(program));
}

/** A check in any other form calls tools that may not be there. */
function checksByShell({ healthcheck }: Service): boolean {
  return healthcheck?.test !== undefined && !healthcheck.disabled;
}
