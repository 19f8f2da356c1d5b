import { addDeclaration, addItem, type Edits, removeFromList } from '../../../compose/edits';
import { joinEdits } from '../../../compose/join-edits';
import { insertIntoMap } from '../../../compose/insertion';
import { type Compose, type Service } from '../../../compose/model';
import { type NewValue } from '../../../compose/render';
import { type Value } from '../../../compose/value';

const name = 'socket-proxy';

/**
 * A proxy that answers requests that read the list of containers, and no other.
 * @see https://github.com/wollomatic/socket-proxy
 */
function proxy(client: string): NewValue {
  return {
    map: {
      image: 'wollomatic/socket-proxy:1.12.2',
      user: '65534:${DOCKER_GID:?the group of /var/run/docker.sock}',
      command: [
        '-listenip=0.0.0.0',
        `-allowfrom=${client}`,
        '-allowHEAD=/_ping',
        '-allowGET=/(_ping|v1[.][0-9]+/(version|events|containers/json))',
      ],
      volumes: ['/var/run/docker.sock:/var/run/docker.sock:ro'],
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: { raw: '64m' },
      cpus: '0.25',
      pids_limit: { raw: '50' },
    },
  };
}

/**
 * Puts a socket proxy between a service and the engine: undefined where the two would not see each other on the default
 * network, or a service of that name is there.
 */
export function useSocketProxy(compose: Compose, service: Service, mount: Value): Edits {
  const onDefault = service.entry('networks') === undefined && service.entry('network_mode') === undefined;
  if (!onDefault || compose.service(name) !== undefined) return undefined;
  const parts = [
    removeFromList(compose, [service], 'volumes', mount),
    addHost(compose, service),
    addDeclaration(compose, 'services', name, proxy(service.name)),
  ];
  return parts.every((part) => part !== undefined) ? joinEdits(compose.source, parts.flat()) : undefined;
}

function addHost(compose: Compose, service: Service): Edits {
  const address = `tcp://${name}:2375`;
  if (service.environment.some((variable) => variable.name === 'DOCKER_HOST')) return undefined;
  const entry = service.entry('environment');
  if (entry?.value.kind !== 'map') return addItem(compose, service, 'environment', `DOCKER_HOST=${address}`);
  if (compose.usersOf(entry.value).length > 1) return undefined;
  return insertIntoMap(compose, entry, { DOCKER_HOST: address });
}
