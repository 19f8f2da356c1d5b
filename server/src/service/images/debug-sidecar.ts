import { addDeclaration } from '../../compose/edits';
import { type Compose, type Service } from '../../compose/model';
import { imageFacts } from '../../image/facts';
import { parseReference } from '../../image/reference';
import { type Edit } from '../../text/edit';
import { valueOf } from '../../text/known';

/**
 * A service that lends another one a shell: it sees its processes, its network, and its files under /proc/1/root.
 * Undefined where there is no such service, or no place for a new one.
 * @param image that has the shell at /bin/sh.
 */
export function debugSidecar(compose: Compose, name: string, image: string): readonly Edit[] | undefined {
  const service = compose.service(name);
  if (service === undefined || 'fault' in parseReference(image)) return undefined;
  const user = userOf(service);
  return addDeclaration(compose, 'services', freeName(compose, `${name}-debug`), {
    map: {
      image,
      profiles: ['debug'],
      command: { raw: '["/bin/sh"]' },
      stdin_open: true,
      tty: true,
      pid: `service:${name}`,
      network_mode: `service:${name}`,
      // Another user may not look into /proc/1/root.
      ...(user !== undefined && { user }),
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    },
  });
}

/** The user of the service, as the sidecar has to spell it: by number, since it has other accounts. */
function userOf(service: Service): string | undefined {
  if (service.user !== undefined) return service.user.text;
  const image = service.build === undefined && service.image && valueOf(service.image.resolved);
  const parsed = parseReference(image === false || image === undefined ? '' : image);
  if (!('reference' in parsed)) return undefined;
  const { hardenedImageMirrors } = service;
  const { uid, hardened } = imageFacts(parsed.reference, { hardenedImageMirrors });
  const number = valueOf(uid);
  if (number === undefined) return undefined;
  const gid = hardened?.listed?.facts.account.gid;
  return gid === undefined ? String(number) : `${number}:${gid}`;
}

function freeName(compose: Compose, wanted: string): string {
  let name = wanted;
  for (let count = 2; compose.service(name) !== undefined; count++) name = `${wanted}-${count}`;
  return name;
}
