import { removeFromList } from '../../../compose/edits';
import { composeRule } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';
import { isSocketProxy, mountsSocket } from './engine-socket';
import { useSocketProxy } from './socket-proxy';

export const dockerSocket = composeRule({
  id: 'docker-socket',
  summary: "A service must not hold the container engine's socket.",
  severity: 'error',
  fix: 'offer',
  messages: {
    base: "Whoever reaches the engine's socket can start a container with the host's files in it: the service is root on the host, and :ro does not change that.",
  },
  sameAs: { composeLint: ['CL-0001'], semgrep: ['exposing-docker-socket-volume'] },
  since: '0.1.0',
  check({ compose, source, report }) {
    const found = markedTexts(
      compose,
      (service) =>
        isSocketProxy(service)
          ? []
          : service.volumes.filter((volume) => mountsSocket(volume, (span) => source.slice(span))),
      (volume) => volume.value.span,
    );
    for (const { what, services } of found) {
      const [service] = services;
      const at = what.form === 'long' ? (what.sourceSpan ?? what.value.span) : what.value.span;
      const proxied = services.length === 1 && service && useSocketProxy(compose, service, what.value);
      report({
        message: 'base',
        at,
        offers: [
          proxied
            ? fixOf('Put a socket proxy between the service and the engine', proxied, narrow)
            : undefined,
          fixOf(
            'Remove the mount',
            removeFromList(compose, services, 'volumes', what.value),
            sharedBy(services),
          ),
        ],
      });
    }
  },
});

const narrow =
  'The proxy lets the list of containers be read and nothing else: widen -allowGET where the service needs more.';
