import { type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';
import { privilegedPorts, type PortPlace } from '../../../dockerfile/privileged-ports';

export const dhiPrivilegedPort = dockerfileRule({
  id: 'dhi-privileged-port',
  summary: 'A program that does not run as root must listen on port 1024 or above.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '"{user}", as whom the container runs, cannot open port {port} in Kubernetes and in older Docker Engines: ports below 1024 are root\'s. Listen on a higher one inside, and publish it as {port}.',
  },
  since: '0.1.0',
  about: 'hardened images',
  check({ dockerfile, source, report }) {
    // A program that was given the capability may.
    if (/cap_net_bind_service/i.test(source.text)) return;
    const reported = new Set<number>();
    for (const stage of dockerfile.targets) {
      const user = userOf(stage);
      if (user === undefined) continue;
      const taken = new Set(instructionsOf(stage, 'EXPOSE').flatMap(({ body }) => body.text.split(/\D+/)));
      for (const places of privilegedPorts(stage)) {
        const [first, ...others] = places;
        if (isOfImage(first.port, stage) || reported.has(first.span.start)) continue;
        reported.add(first.span.start);
        report({
          message: 'base',
          at: first.span,
          data: { user, port: first.port },
          offers: [higherPort(places, taken)],
          related: others.map(({ span, kind }) => ({ at: span, text: `${kind} names the port, too.` })),
        });
      }
    }
  },
});

/** Whom the container runs as, where that is not root and the image is a hardened one. */
function userOf({ base: { facts }, final }: Stage): string | undefined {
  if (facts.hardened === undefined || facts.ports.state !== 'known' || final.user.isRoot !== false)
    return undefined;
  return valueOf(final.user.name);
}

/** What the image itself listens on is its makers' choice. */
function isOfImage(port: number, { base: { facts } }: Stage): boolean {
  return (valueOf(facts.ports) ?? []).some((each) => Number(each.split('/')[0]) === port);
}

/** Absent where a place cannot be changed, and where the higher port is taken. */
function higherPort(places: readonly PortPlace[], taken: ReadonlySet<string>): Fix | undefined {
  const [first] = places;
  const spans = places.flatMap(({ digits }) => digits ?? []);
  if (first === undefined || spans.length < places.length) return undefined;
  const higher = String(first.port + 8000);
  if (taken.has(higher)) return undefined;
  const kinds = [...new Set(places.map(({ kind }) => kind))].join(', ');
  return {
    title: `Change port ${first.port} to ${higher} in ${kinds}`,
    edits: spans.map((span) => replace(span, higher)),
    confirm: `The program must listen on ${higher} as well, and who publishes the port must map it: \`${first.port}:${higher}\`.`,
  };
}
