import { originalRepository } from '../../../image/bases';
import { type Service } from '../../../compose/model';
import { serviceImage } from '../images/service-image';

/** `library/nginx`, `grafana/grafana`: the image's name on Docker Hub; absent where it is another's, or built here. */
export function upstreamName(service: Service): string | undefined {
  const image = service.build === undefined ? serviceImage(service) : undefined;
  if (image === undefined) return undefined;
  const repository = originalRepository(image.reference.repository);
  const hub = 'docker.io/';
  return repository.startsWith(hub) ? repository.slice(hub.length) : undefined;
}
