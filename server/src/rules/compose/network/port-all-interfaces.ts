import { replaceInList } from '../../../compose/edits';
import { type Port } from '../../../compose/field';
import { insertPairs } from '../../../compose/insertion';
import { type Compose, type Service } from '../../../compose/model';
import { replaceScalar } from '../../../compose/scalar-edits';
import { scalarOf } from '../../../compose/value';
import { type Span } from '../../../text/span';
import { composeRule, type Fix } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';
import { guardedService } from './exposed-ports';

const everywhere = new Set(['0.0.0.0', '::', '*']);
const title = 'Publish on 127.0.0.1 only';

/**
 * Docker binds a published port to every address of the host where none is named, also one whose number it picks itself.
 * @see https://docs.docker.com/engine/network/port-publishing/
 */
export const portAllInterfaces = composeRule({
  id: 'port-all-interfaces',
  summary: 'A port must be published on the interfaces that need it, not on all.',
  severity: 'info',
  strict: 'warning',
  fix: 'offer',
  messages: {
    base: "Port {port} is published on every interface of the host, and Docker passes over the host's firewall rules.",
    guarded:
      '{name} on port {port} is published on every interface of the host: whoever reaches the host reaches it.',
  },
  sameAs: { composeLint: ['CL-0005'], dclint: ['no-unbound-port-interfaces'] },
  since: '0.1.0',
  check({ compose, report }) {
    const found = markedTexts(
      compose,
      (service) =>
        service.entry('network_mode') === undefined || onBridge(service) ? service.ports.filter(isOpen) : [],
      (port) => port.value.span,
    );
    for (const { what, services } of found) {
      const target = what.target.state === 'known' ? what.target.value : undefined;
      const published = what.published.state === 'known' ? what.published.value : undefined;
      const name =
        (target && guardedService(target.first, target.last)) ??
        (published && guardedService(published.first, published.last));
      const port = rangeText(published ?? target);
      const findOffers = () => [bind(compose, services, what)];
      const at = placeOf(what);
      if (name === undefined) report({ message: 'base', at, data: { port }, findOffers });
      else report({ message: 'guarded', at, data: { name, port }, severity: 'warning', findOffers });
    }
  },
});

/** Ports count for nothing on the host's or another container's network. */
function onBridge(service: Service): boolean {
  const mode = service.networkMode?.resolved;
  return mode?.state === 'known' && mode.value === 'bridge';
}

function isOpen({ form, hostIp, value, target }: Port): boolean {
  if (hostIp.state === 'absent') return target.state !== 'absent';
  if (hostIp.state === 'unknown' || !everywhere.has(hostIp.value)) return false;
  // An address from a variable is for whoever starts the service to choose.
  return form === 'long' || (value.kind === 'scalar' && !/^"?\$/.test(value.text));
}

function placeOf({ value }: Port): Span {
  if (value.kind !== 'map') return value.span;
  const entry = value.get('host_ip') ?? value.get('published') ?? value.get('target');
  return entry?.span ?? value.span;
}

function rangeText(range: { readonly first: number; readonly last: number } | undefined): string {
  if (range === undefined) return 'from a variable';
  return range.first === range.last ? String(range.first) : `${range.first}-${range.last}`;
}

function bind(compose: Compose, services: readonly Service[], { value }: Port): Fix | undefined {
  if (value.kind === 'scalar') {
    const text = boundText(value.text);
    return fixOf(title, replaceInList(compose, services, 'ports', value, text), sharedBy(services));
  }
  if (value.kind !== 'map' || value.origin.kind === 'alias') return undefined;
  const address = scalarOf(value.get('host_ip')?.value);
  const edits =
    address === undefined
      ? insertPairs(compose, value, { host_ip: '127.0.0.1' })
      : [replaceScalar(address, '127.0.0.1', compose.style)];
  return fixOf(title, edits, sharedBy(services));
}

/** A port of the short form with 127.0.0.1 for its address. */
function boundText(text: string): string {
  const rest = text.replace(/^(?:0\.0\.0\.0|\[::\]|\*):|^:::/, '');
  return rest.replace(/\$\{[^}]*\}/g, '').includes(':') || rest !== text
    ? `127.0.0.1:${rest}`
    : `127.0.0.1::${rest}`;
}
