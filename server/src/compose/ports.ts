import { ABSENT, type Known, known, UNKNOWN, valueOf } from '../text/known';
import { type Port, type PortRange } from './field';
import { HOLE } from './interpolate';
import { type MapValue, scalarOf, type ScalarValue, type Value } from './value';

/** Reads an item of `ports`; undefined for what is no port. */
export function readPort(value: Value): Port | undefined {
  if (value.kind === 'map') return longPort(value);
  return value.kind === 'scalar' && !value.isNull ? shortPort(value) : undefined;
}

/**
 * What makes two ports the same; undefined where a part of it is not known.
 * @see https://docs.docker.com/reference/compose-file/merge/#unique-resources
 */
export function portKey({ hostIp, published, target, protocol }: Port): string | undefined {
  const parts = [hostIp, published, target, protocol];
  return parts.some(({ state }) => state === 'unknown')
    ? undefined
    : JSON.stringify(parts.map((part: Known<unknown>) => valueOf(part)));
}

function longPort(value: MapValue): Port {
  const field = (key: string): Known<string> =>
    scalarOf(value.get(key)?.value)?.resolved ?? (value.complete ? ABSENT : UNKNOWN);
  return {
    form: 'long',
    hostIp: field('host_ip'),
    published: rangeOf(field('published')),
    target: rangeOf(field('target')),
    protocol: protocolOf(field('protocol')),
    value,
  };
}

/**
 * `[[ip:]published:]target[/protocol]`. As the engine's own parser does, all but the last two parts are the address, so
 * that `::1:80:80` needs no brackets. A variable of which nothing is known may hold `ip:port`, unless its name ends in PORT.
 * @see https://github.com/docker/go-connections/blob/main/nat/nat.go
 */
function shortPort(value: ScalarValue): Port {
  const { template, holes } = value.interpolation;
  const [mapping = '', protocol] = template.split('/', 2);
  const parts = mapping.split(':');
  const target = parts.at(-1) ?? '';
  const published = parts.at(-2);
  const address = parts.slice(0, -2).join(':');
  const openHoles = holes.some((name) => !/PORT$/i.test(name));
  const mayHoldAddress = parts.length < 3 && openHoles && mapping.includes(HOLE);
  return {
    form: 'short',
    hostIp: mayHoldAddress ? UNKNOWN : parts.length < 3 ? ABSENT : addressOf(address),
    published: mayHoldAddress && published === undefined ? UNKNOWN : rangeOf(textOf(published)),
    target: rangeOf(textOf(target)),
    protocol: protocolOf(textOf(protocol)),
    value,
  };
}

function addressOf(text: string): Known<string> {
  if (text.includes(HOLE)) return UNKNOWN;
  return text === '' ? ABSENT : known(text.replace(/^\[(.*)\]$/, '$1'));
}

function textOf(part: string | undefined): Known<string> {
  if (part === undefined || part === '') return ABSENT;
  return part.includes(HOLE) ? UNKNOWN : known(part);
}

function protocolOf(text: Known<string>): Known<string> {
  if (text.state === 'absent') return known('tcp');
  return text.state === 'known' ? known(text.value.toLowerCase()) : text;
}

function rangeOf(text: Known<string>): Known<PortRange> {
  if (text.state !== 'known') return text;
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text.value.trim());
  if (match === null) return UNKNOWN;
  const first = Number(match[1]);
  return known({ first, last: match[2] === undefined ? first : Number(match[2]) });
}
