import { type Compose, type Service } from '../../../compose/model';
import { type ScalarValue } from '../../../compose/value';
import { valueOf } from '../../../text/known';
import { type Span } from '../../../text/span';

/** A place where a service names another one of the project that must run before or with it. */
export interface ServiceLink {
  /** The key that says it: `depends_on`, `links`, `network_mode`. */
  readonly key: string;
  readonly name: string;
  /** Of the name, with its quotes where it stands alone. */
  readonly span: Span;
  /** False where Compose goes on without the other service, or that is not known. */
  readonly isRequired: boolean;
}

/**
 * The services that a service waits for, by whatever key.
 * @see https://docs.docker.com/reference/compose-file/services/#depends_on
 */
export function serviceLinks(service: Service): readonly ServiceLink[] {
  const links: ServiceLink[] = [];
  for (const { name, span, options } of service.dependsOn) {
    const required = options?.get('required')?.value;
    const isRequired =
      required === undefined ||
      (required.kind === 'scalar' && (required.isNull || required.boolean === true));
    if (name.state === 'known') links.push({ key: 'depends_on', name: name.value, span, isRequired });
  }
  for (const scalar of service.scalars('links')) links.push(...linkOf('links', scalar, /^([^:]+)/));
  for (const scalar of service.scalars('volumes_from'))
    links.push(...linkOf('volumes_from', scalar, /^(?!container:)([^:]+)/));
  for (const key of ['network_mode', 'pid', 'ipc']) {
    const scalar = service.scalar(key);
    if (scalar !== undefined) links.push(...linkOf(key, scalar, /^service:(.+)$/));
  }
  return links;
}

/** The service whose image a build takes as a context (`additional_contexts: {base: service:base}`). */
export function buildLinks(service: Service): readonly ServiceLink[] {
  return (service.build?.additionalContexts ?? []).flatMap((variable) => {
    const name = /^service:(.+)$/.exec(valueOf(variable.value) ?? '')?.[1];
    if (name === undefined) return [];
    const { start, end } = variable.valueSpan;
    const isVerbatim = end - start === variable.text.length;
    return {
      key: 'additional_contexts',
      name,
      span: { start: isVerbatim ? end - name.length : start, end },
      isRequired: true,
    };
  });
}

function linkOf(key: string, scalar: ScalarValue, pattern: RegExp): readonly ServiceLink[] {
  const text = valueOf(scalar.resolved);
  const name = text === undefined ? undefined : pattern.exec(text)?.[1];
  if (name === undefined) return [];
  const at = scalar.text.indexOf(name);
  const isVerbatim = scalar.textStart !== undefined && at >= 0 && scalar.text === text;
  const start = (scalar.textStart ?? 0) + at;
  return [
    { key, name, span: isVerbatim ? { start, end: start + name.length } : scalar.span, isRequired: true },
  ];
}

/** Services that wait for each other in a ring, and the place that closes the ring. */
export interface Ring {
  /** In the order in which they wait; the first one is waited for by the last. */
  readonly names: readonly string[];
  readonly link: ServiceLink;
}

/** The rings of what services wait for; one for each place that closes one. */
export function ringsOf(
  compose: Compose,
  linksOf: (service: Service) => readonly ServiceLink[],
): readonly Ring[] {
  const rings: Ring[] = [];
  const done = new Set<string>();
  for (const start of compose.services) {
    if (done.has(start.name)) continue;
    const path: { readonly service: Service; readonly links: ServiceLink[] }[] = [];
    const onPath = new Map<string, number>();
    const enter = (service: Service): void => {
      onPath.set(service.name, path.length);
      path.push({ service, links: [...linksOf(service)].reverse() });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const link = top.links.pop();
      if (link === undefined) {
        path.pop();
        onPath.delete(top.service.name);
        done.add(top.service.name);
        continue;
      }
      const at = onPath.get(link.name);
      const next = compose.service(link.name);
      if (at !== undefined) rings.push({ names: path.slice(at).map(({ service }) => service.name), link });
      else if (next !== undefined && !done.has(next.name)) enter(next);
    }
  }
  return rings;
}
