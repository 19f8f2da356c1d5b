import { replace } from '../../../text/edit';
import { dockerfileRule } from '../../rule';
import { cleartextScheme, cleartextUses } from './cleartext-uses';

export const cleartextHttp = dockerfileRule({
  id: 'cleartext-http',
  summary: 'What a build downloads must come over https.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    download: 'What comes from {host} over http can be read and changed by whoever sits on the network path.',
    index: 'Packages come from {host} over http, so whoever sits on the network path can swap them.',
  },
  sameAs: { sonar: ['S5332'] },
  since: '0.1.0',
  mentions: [cleartextScheme],
  check({ dockerfile, report }) {
    for (const { url, span, kind } of cleartextUses(dockerfile)) {
      const host = hostOf(url);
      if (host === undefined || isNear(host)) continue;
      const written = dockerfile.source.slice(span);
      const at = written.toLowerCase().indexOf(cleartextScheme);
      const scheme = { start: span.start + at, end: span.start + at + 'http'.length };
      report({
        message: kind,
        at: span,
        data: { host },
        offers: at < 0 ? [] : [{ title: 'Change to https', edits: [replace(scheme, 'https')] }],
      });
    }
  },
});

function hostOf(url: string): string | undefined {
  return /^http:\/\/(?:[^/@\s]*@)?(\[[^\]]*\]|[^/:?#\s]+)/i.exec(url)?.[1]?.toLowerCase();
}

/**
 * Whether the host is of the machine itself or of a network that nobody else is on: a name without a dot is that of a
 * neighbour, a variable may hold anything.
 */
function isNear(host: string): boolean {
  return (
    /[$`{%]/.test(host) ||
    !host.includes('.') ||
    /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\./.test(host) ||
    /^0\.0\.0\.0$|\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|svc|test)$/.test(host)
  );
}
