import { type Port, type PortRange } from '../../../compose/field';
import { type Service } from '../../../compose/model';
import { valueOf } from '../../../text/known';
import { composeRule } from '../../rule';
import { runTogether } from './together';

/** A port of the host that a service takes for certain. */
interface Taken {
  readonly service: Service;
  readonly port: Port;
  readonly range: PortRange;
  readonly target: string;
}

/** Of wider ranges only the first ports are compared. */
const widestRange = 1000;

export const portDuplicate = composeRule({
  id: 'port-duplicate',
  summary: 'A port of the host must be published once.',
  severity: 'error',
  fix: 'none',
  messages: {
    base: '{port} of the host is published by {first} and by {second}: the one that starts last fails, as the port is taken.',
    same: '{port} of the host is published twice by {first}: it fails to start, as the port is taken.',
  },
  sameAs: { dclint: ['no-duplicate-exported-ports'] },
  since: '0.1.0',
  check({ compose, report }) {
    const byPort = new Map<string, Taken[]>();
    const said = new Set<number>();
    for (const service of compose.services) {
      for (const taken of portsOf(service)) {
        const { port, range } = taken;
        const earlier: Taken[] = [];
        for (const key of bucketsOf(taken)) {
          const bucket = byPort.get(key) ?? [];
          earlier.push(...bucket);
          byPort.set(key, [...bucket, taken]);
        }
        const other = earlier.find((each) => collide(each, taken));
        const at = port.value.span;
        if (other === undefined || said.has(at.start)) continue;
        said.add(at.start);
        const place = other.port.value.span;
        const number = range.first === range.last ? String(range.first) : `${range.first}-${range.last}`;
        report({
          message: other.service === service ? 'same' : 'base',
          at,
          data: { port: `Port ${number}`, first: other.service.name, second: service.name },
          related: [{ at: place, text: `${other.service.name} publishes it` }],
        });
      }
    }
  },
});

function portsOf(service: Service): readonly Taken[] {
  const mode = service.networkMode;
  if (mode !== undefined && valueOf(mode.resolved) !== 'bridge') return [];
  return service.ports.flatMap((port) => {
    const range = valueOf(port.published);
    const target = valueOf(port.target);
    if (range === undefined || target === undefined || range.last < range.first) return [];
    if (port.hostIp.state === 'unknown' || port.protocol.state !== 'known') return [];
    // Of a range for one port of the container Docker takes one that is free.
    const isFixed = range.first === range.last || range.last - range.first === target.last - target.first;
    return isFixed ? { service, port, range, target: `${target.first}-${target.last}` } : [];
  });
}

/** What two mappings that meet have in common: each port of the range. */
function bucketsOf({ port, range }: Taken): readonly string[] {
  const protocol = valueOf(port.protocol) ?? '';
  const count = Math.min(range.last - range.first + 1, widestRange);
  return Array.from({ length: count }, (_, index) => `${protocol} ${range.first + index}`);
}

function collide(a: Taken, b: Taken): boolean {
  if (a.range.last < b.range.first || b.range.last < a.range.first) return false;
  if (!meet(valueOf(a.port.hostIp), valueOf(b.port.hostIp))) return false;
  // Compose drops what a list says twice.
  if (a.service === b.service) return a.target !== b.target;
  return runTogether(a.service, b.service);
}

/** Whether two addresses share an interface; without an address Docker listens on all. */
function meet(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  const wildcards = new Set(['0.0.0.0', '::']);
  if (!wildcards.has(a) && !wildcards.has(b)) return false;
  return a.includes(':') === b.includes(':');
}
