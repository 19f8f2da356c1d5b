import { addItem } from '../../../compose/edits';
import { type Service } from '../../../compose/model';
import { valueOf } from '../../../text/known';
import { composeRule } from '../../rule';
import { serviceImageFacts } from '../images/service-image';
import { fixOf, wholeServices } from '../marked';
import { mountsSocket } from './engine-socket';

/**
 * The socket belongs to root and the group `docker`, whose number differs from host to host.
 * @see https://docs.docker.com/engine/install/linux-postinstall/
 */
export const dhiDockerSocketGroup = composeRule({
  id: 'dhi-docker-socket-group',
  summary: "A hardened image that is given the engine's socket must be in the group that may use it.",
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: "{image} runs as {user}, who may not open the engine's socket: permission denied. group_add puts it into the group of the socket.",
  },
  since: '0.1.0',
  check({ compose, source, report }) {
    for (const service of wholeServices(compose)) {
      const facts = serviceImageFacts(service);
      if (facts?.hardened === undefined || valueOf(facts.isRoot) !== false) continue;
      if (service.entry('user') !== undefined || service.entry('group_add') !== undefined) continue;
      if (!service.volumes.some((volume) => isRootsSocket(volume, (span) => source.slice(span)))) continue;
      const { image } = service;
      report({
        message: 'base',
        at: service.nameSpan,
        data: { image: image?.text ?? '', user: valueOf(facts.user) ?? 'another account than root' },
        offers: [fixOf("Add the socket's group", addItem(compose, service, 'group_add', group), howToFind)],
      });
    }
  },
});

const group = '${DOCKER_GID:?the group of /var/run/docker.sock}';
const howToFind = "Set DOCKER_GID in .env to what `stat -c '%g' /var/run/docker.sock` says on the host.";

/** The socket of the engine that root runs: that of a rootless one belongs to whoever runs it. */
function isRootsSocket(
  volume: Service['volumes'][number],
  textOf: Parameters<typeof mountsSocket>[1],
): boolean {
  if (!mountsSocket(volume, textOf)) return false;
  return /^\/(?:var\/)?run\/docker\.sock$/.test(valueOf(volume.source) ?? '');
}
