import { exposedPorts, type ExposedPort } from '../../../dockerfile/exposed-port';
import { replace } from '../../../text/edit';
import { closest } from '../../../text/nearest';
import { dockerfileRule, type Fix, type Report } from '../../rule';

type Message = 'word' | 'high' | 'backwards' | 'protocol' | 'mapping';

export const exposeInvalid = dockerfileRule({
  id: 'expose-invalid',
  summary: 'EXPOSE must name ports of the container, from 1 to 65535.',
  severity: 'error',
  fix: 'offer',
  messages: {
    word: '"{port}" is no port, so the build stops here. EXPOSE takes numbers from 1 to 65535.',
    high: 'There is no port {port}, so the build stops here: the highest is 65535.',
    backwards: 'This range goes from {from} down to {to}, so the build stops here.',
    protocol: '"{protocol}" is none of the protocols tcp, udp and sctp, so the build stops here.',
    mapping:
      'EXPOSE names ports of the container only: what stands before {port} has no effect, and BuildKit will refuse it. A port is published when the container starts.',
  },
  sameAs: { hadolint: ['DL3011'], buildkit: ['ExposeInvalidFormat'], trivy: ['DS-0008'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const port of exposedPorts(dockerfile)) {
      const fault = faultOf(port);
      if (fault !== undefined) report(fault);
    }
  },
});

const protocols = ['tcp', 'udp', 'sctp'];

function faultOf(port: ExposedPort): Report<Message> | undefined {
  const { word, host, from, to, protocol } = port;
  const at = word.span;
  const wrong = [from, to].find((each) => each !== undefined && !/^\d+$/.test(each));
  if (wrong !== undefined) return { message: 'word', at, data: { port: wrong } };
  const high = [from, to].find((each) => each !== undefined && Number(each) > 65_535);
  if (high !== undefined) return { message: 'high', at, data: { port: high } };
  if (to !== undefined && Number(to) < Number(from))
    return { message: 'backwards', at, data: { from, to }, offers: [change(port, { from: to, to: from })] };
  if (protocol !== undefined && !protocols.includes(protocol.toLowerCase())) {
    const nearest = closest(protocol, protocols);
    return {
      message: 'protocol',
      at,
      data: { protocol },
      offers: [...new Set([nearest, 'tcp'])]
        .map((each) => each && change(port, { protocol: each }))
        .filter(isFix),
    };
  }
  if (host === undefined) return undefined;
  // It builds, with a warning.
  return {
    message: 'mapping',
    at,
    data: { port: from },
    severity: 'warning',
    offers: [change(port, { host: undefined })],
  };
}

function isFix(fix: Fix | '' | undefined): fix is Fix {
  return fix !== undefined && fix !== '';
}

function change({ word, ...port }: ExposedPort, other: Partial<ExposedPort>): Fix {
  const { host, from, to, protocol } = { ...port, ...other };
  const text = [
    host === undefined ? '' : `${host}:`,
    from,
    to === undefined ? '' : `-${to}`,
    protocol === undefined ? '' : `/${protocol}`,
  ].join('');
  return { title: `Change to ${text}`, edits: [replace(word.span, text)] };
}
