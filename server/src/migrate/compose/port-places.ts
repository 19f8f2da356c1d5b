import { type Port, type Variable } from '../../compose/field';
import { type Service } from '../../compose/model';
import { type ScalarValue, scalarOf } from '../../compose/value';
import { LISTEN_FLAGS, LISTEN_VARIABLES, portsIn } from '../../image/listen-settings';
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

/** Places that tell the program its port: known variables, known flags of `command`. */
export function listenPlaces(service: Service): readonly PortPlace[] {
  return [...service.environment.flatMap(settingPlaces), ...commandPlaces(service)];
}

/** All places whose digits can be changed by themselves: also ports, `expose`, the labels of Traefik. */
export function portPlaces(service: Service): readonly PortPlace[] {
  return [
    ...service.ports.flatMap((port) => placeOf(targetOf(port), /(?:^|:)(\d+)(?:\/\w+)?$/) ?? []),
    ...service.scalars('expose').flatMap((scalar) => placeOf(scalar, /^(\d+)(?:\/\w+)?$/) ?? []),
    ...listenPlaces(service),
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

/** Words of the list, or of the one string, which are told apart by blanks alone: a quote belongs to no port. */
function commandPlaces({ command }: Service): readonly PortPlace[] {
  const words = (command?.words ?? []).flatMap((scalar) => {
    const { text, textStart } = scalar;
    if (textStart === undefined) return [];
    if (command?.form === 'exec') return [{ scalar, word: text, start: textStart }];
    return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
      scalar,
      word,
      start: textStart + index,
    }));
  });
  return words.flatMap(({ scalar, word, start }, at) => {
    const equals = word.indexOf('=');
    const own = equals < 0 ? undefined : LISTEN_FLAGS.get(word.slice(0, equals));
    const form = own ?? LISTEN_FLAGS.get(words[at - 1]?.word ?? '');
    if (form === undefined) return [];
    const offset = own === undefined ? 0 : equals + 1;
    return portsIn(word.slice(offset), form).map(({ port, at: digits }) => {
      const first = start + offset + digits;
      return { port, span: { start: first, end: first + String(port).length }, scalar };
    });
  });
}

/** https://doc.traefik.io/traefik/routing/providers/docker/#services */
function labelPlaces({ name, text, valueSpan, scalar }: Variable): readonly PortPlace[] {
  const isPort = /\.loadbalancer\.server\.port$/i.test(name) && /^\d+$/.test(text);
  return isPort && valueSpan.end - valueSpan.start === text.length
    ? [{ port: Number(text), span: valueSpan, scalar }]
    : [];
}
