import { type Compose, type Service } from '../../compose/model';
import { type ImageFacts, imageFacts } from '../../image/facts';
import { parseReference } from '../../image/reference';
import { isUvImage } from '../../image/uv';
import { valueOf } from '../../text/known';
import { type Span } from '../../text/span';
import { type Model } from '../run-rules';
import { type Settings } from '../settings';
import { containerName, projectName } from './container-name';
import { type ImageSite } from './sites';
import { debugShells, type Sources, staticShell, toolImages, type ToolImages } from './tool-images';

/** An image or a service that a command can be about. */
export interface CommandSubject {
  readonly kind: 'stage' | 'source' | 'service';
  /** A reference, variables resolved; absent where it is not known. */
  readonly image?: string;
  /** Name of the service. */
  readonly service?: string;
  /** The container that Compose makes of the service, where its name is known. */
  readonly container?: string;
  /** Text that belongs to it: the whole stage, the whole service, a reference. */
  readonly span: Span;
  /** False for what only builds. */
  readonly runs: boolean;
  /** Whether the image has an ENTRYPOINT, which a command after the image would be handed to. */
  readonly entrypoint: 'known' | 'absent' | 'unknown';
  readonly hardened: boolean;
  /** The publisher's image of uv, whose provenance can be verified. */
  readonly uv: boolean;
  /** Images that bring a shell by a mount, best first. */
  readonly shells: readonly string[];
  /** Whether the service has a `develop.watch`. */
  readonly watches: boolean;
}

/** What commands want to know of a document. */
export interface CommandFacts {
  /** In the order of the text. */
  readonly subjects: readonly CommandSubject[];
  /** Name of the Compose project, where it is known. */
  readonly project?: string;
  /** Where a container of the last stage starts, if that is known. */
  readonly workdir?: string;
  readonly tools: ToolImages;
}

/** @param uri of the document. */
export function commandFacts(
  uri: string,
  model: Model,
  sites: readonly ImageSite[],
  settings: Settings,
): CommandFacts {
  const mirrors = settings.hardenedImageMirrors;
  const sources: Sources = { seen: sites.map(({ image }) => image), mirrors };
  const tools = toolImages(sources);
  if (model.language === 'compose') {
    const project = projectName(model.compose, uri);
    const subjects = model.compose.services.flatMap((service) =>
      subjectOfService(service, model.compose, project, sources),
    );
    return { subjects, tools, ...(project !== undefined && { project }) };
  }
  const workdir = model.dockerfile.stages.at(-1)?.final.workdir;
  const known = workdir && valueOf(workdir);
  const subjects = sites.map((site) => subjectOfSite(site, sources));
  return { subjects, tools, ...(known !== undefined && { workdir: known }) };
}

function subjectOfSite({ image, facts, span, use }: ImageSite, sources: Sources): CommandSubject {
  const isStage = use.kind === 'base';
  return {
    kind: isStage ? 'stage' : 'source',
    image: image.text,
    span: isStage ? use.stage.span : span,
    runs: isStage && use.role === 'runtime',
    uv: isUvImage(image) && facts.hardened === undefined,
    watches: false,
    ...ofFacts(facts, sources),
  };
}

function subjectOfService(
  service: Service,
  compose: Compose,
  project: string | undefined,
  sources: Sources,
): readonly CommandSubject[] {
  const span = service.declaration.span;
  if (!compose.isOwn(span)) return [];
  const written = service.image && valueOf(service.image.resolved);
  const isBuilt = service.build !== undefined;
  // What Compose builds is named after project and service unless the file says otherwise.
  const ownName = isBuilt && project !== undefined ? `${project}-${service.name}` : undefined;
  const parsed = parseReference(service.image === undefined ? (ownName ?? '') : (written ?? ''));
  const reference = 'reference' in parsed ? parsed.reference : undefined;
  const container = containerName(service, project);
  // A built image is what its Dockerfile makes of it, whatever its name is.
  const facts = reference === undefined || isBuilt ? undefined : imageFacts(reference, settingsOf(sources));
  return [
    {
      kind: 'service',
      service: service.name,
      span,
      runs: true,
      uv: reference !== undefined && !isBuilt && isUvImage(reference) && facts?.hardened === undefined,
      watches: service.watch.length > 0,
      ...(reference !== undefined && { image: reference.text }),
      ...(container !== undefined && { container }),
      ...ofFacts(facts, sources),
    },
  ];
}

function settingsOf({ mirrors }: Sources): { readonly hardenedImageMirrors: readonly string[] } {
  return { hardenedImageMirrors: mirrors };
}

function ofFacts(
  facts: ImageFacts | undefined,
  sources: Sources,
): Pick<CommandSubject, 'entrypoint' | 'hardened' | 'shells'> {
  return {
    entrypoint: facts?.entrypoint.state ?? 'unknown',
    hardened: facts?.hardened !== undefined,
    shells: facts === undefined ? [staticShell] : debugShells(facts, sources),
  };
}
