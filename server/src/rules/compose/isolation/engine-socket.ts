import { valueOf } from '../../../text/known';
import { type Service } from '../../../compose/model';
import { parseReference } from '../../../image/reference';
import { type Volume } from '../../../compose/field';

/** The path of a container engine's socket, or the pipe that stands for it on Windows. */
const socket = /(?:^|[/\\])(?:docker|containerd|podman|crio|cri-dockerd)\.sock$|[/\\]pipe[/\\]docker_engine$/;

/** Images whose whole purpose is to hold the socket and to let few requests through. */
const proxies =
  /(?:^|\/)(?:tecnativa\/docker-socket-proxy|(?:linuxserver|wollomatic|11notes)\/socket-proxy)$/;

/** Whether a volume brings an engine's socket into the container. */
export function mountsSocket(
  { source, sourceSpan, target, value }: Volume,
  textOf: (span: { start: number; end: number }) => string,
): boolean {
  if (source.state === 'known') return socket.test(source.value);
  // `${XDG_RUNTIME_DIR}/podman/podman.sock` names a socket whatever the variable holds.
  // What is mounted where the socket is looked for, is the socket, whatever the variable holds.
  return (
    source.state === 'unknown' &&
    (socket.test(textOf(sourceSpan ?? value.span)) || socket.test(valueOf(target) ?? ''))
  );
}

/** Whether the service is a socket proxy, which must hold the socket. */
export function isSocketProxy(service: Service): boolean {
  const image = service.image?.resolved;
  if (image?.state !== 'known') return false;
  const parsed = parseReference(image.value);
  return 'reference' in parsed && proxies.test(parsed.reference.repository);
}
