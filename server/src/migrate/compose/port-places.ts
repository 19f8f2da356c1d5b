import { type Port, type Variable } from '../../compose/field';
import { type Service } from '../../compose/model';
import { type ScalarValue, scalarOf } from '../../compose/value';
import { LISTEN_VARIABLES, portsIn } from '../../image/listen-settings';
import { valueOf } from '../../text/known';
import { type Span } from '../../text/span';

/** A place in a service that names a port of the container. */
export interface PortPlace {
  readonly port: number;
  /** Of the digits. */
  readonly span: Span;
  /** That they are part of. */
  readonly scalar: ScalarValue;
}

/** The places whose digits can be changed by themselves: ports, `expose`, known variables, the labels of Traefik. */
export function portPlaces(service: Service): readonly PortPlace[] {
  return [
    ...service.ports.flatMap((port) => placeOf(targetOf(port), /(?:^|:)(\d+)(?:\/\w+)?$/) ?? []),
    ...service.scalars('expose').flatMap((scalar) => placeOf(scalar, /^(\d+)(?:\/\w+)?$/) ?? []),
    ...service.environment.flatMap(settingPlaces),
    ...service.labels.flatMap(labelPlaces),
  ];
}

/** Places that name a port and that only a person can change. */
export function doubtfulPlaces(service: Service, port: number): readonly string[] {
  const isRange = service.ports.some(({ target }) => {
    const range = valueOf(target);
    return range !== undefined && range.first !== range.last && range.first <= port && port <= range.last;
  });
  const words = service.healthcheck?.test?.words.map(({ text }) => text).join(' ') ?? '';
  return [
    ...(isRange ? [`publishes a range of ports with ${port} in it`] : []),
    ...(asks(words, port) ? [`asks port ${port} in its health check`] : []),
    ...(valueOf(service.networkMode?.resolved ?? { state: 'unknown' }) === 'host'
      ? [`stands in the network of the host, where the program now opens another port than ${port}`]
      : []),
  ];
}

/** Ports of an address that names none. */
const schemes = new Map([
  [80, 'http'],
  [443, 'https'],
]);

function asks(words: string, port: number): boolean {
  const host = String.raw`(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])`;
  if (new RegExp(String.raw`${host}:${port}(?!\d)`).test(words)) return true;
  const scheme = schemes.get(port);
  return scheme !== undefined && new RegExp(String.raw`${scheme}://${host}(?![:\w])`).test(words);
}

function targetOf({ form, value }: Port): ScalarValue | undefined {
  if (value.kind === 'map') return scalarOf(value.get('target')?.value);
  return form === 'short' ? scalarOf(value) : undefined;
}

function placeOf(scalar: ScalarValue | undefined, digits: RegExp): PortPlace | undefined {
  if (scalar?.textStart === undefined) return undefined;
  const match = digits.exec(scalar.text);
  const [whole = '', text = ''] = match ?? [];
  if (match === null) return undefined;
  const start = scalar.textStart + match.index + whole.indexOf(text);
  return { port: Number(text), span: { start, end: start + text.length }, scalar };
}

function settingPlaces({ name, text, valueSpan, scalar }: Variable): readonly PortPlace[] {
  const form = LISTEN_VARIABLES.get(name);
  if (form === undefined || valueSpan.end - valueSpan.start !== text.length) return [];
  return portsIn(text, form).map(({ port, at }) => {
    const start = valueSpan.start + at;
    return { port, span: { start, end: start + String(port).length }, scalar };
  });
}

/** https://doc.traefik.io/traefik/routing/providers/docker/#services */
function labelPlaces({ name, text, valueSpan, scalar }: Variable): readonly PortPlace[] {
  const isPort = /\.loadbalancer\.server\.port$/i.test(name) && /^\d+$/.test(text);
  return isPort && valueSpan.end - valueSpan.start === text.length
    ? [{ port: Number(text), span: valueSpan, scalar }]
    : [];
}
