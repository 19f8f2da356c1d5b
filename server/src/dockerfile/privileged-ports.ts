import { chainOf } from './chain';
import { execCommand } from './exec-command';
import { type Instruction, type Stage } from './model';
import { commandsOf, instructionsOf } from './walk';
import { LISTEN_FLAGS, LISTEN_VARIABLES, portsIn } from '../image/listen-settings';
import { type Span } from '../text/span';
import { exposedPorts } from './exposed-port';

/** A place that names a port below 1024. */
export interface PortPlace {
  readonly port: number;
  /** Of the digits; absent where a fix cannot tell them from what stands around them. */
  readonly digits: Span | undefined;
  /** Of what a reader sees as the port. */
  readonly span: Span;
  readonly kind: 'EXPOSE' | 'ENV' | 'CMD';
}

/** The ports below 1024 that a stage says that it listens on, each with all places that name it, EXPOSE first. */
export function privilegedPorts(stage: Stage): readonly (readonly [PortPlace, ...PortPlace[]])[] {
  const byPort = new Map<number, [PortPlace, ...PortPlace[]]>();
  for (const place of placesIn(stage)) {
    const known = byPort.get(place.port);
    if (known === undefined) byPort.set(place.port, [place]);
    else known.push(place);
  }
  return [...byPort.values()];
}

function placesIn(stage: Stage): readonly PortPlace[] {
  const chain = chainOf(stage);
  const commands = [stage.effective('ENTRYPOINT'), stage.effective('CMD')];
  return [
    ...chain.flatMap(exposedIn),
    ...chain.flatMap(settingsIn),
    ...commands.flatMap((each) => (each === undefined ? [] : wordsIn(each))),
  ].filter(({ port }) => port > 0 && port < 1024);
}

/** Ports of EXPOSE that its own rules leave alone. */
function exposedIn(stage: Stage): readonly PortPlace[] {
  return exposedPorts(stage).flatMap(({ word, host, from, to, protocol }): readonly PortPlace[] => {
    if (host !== undefined || !/^\d+$/.test(from) || (to !== undefined && !/^\d+$/.test(to))) return [];
    if (!/^(?:tcp|udp|sctp)?$/i.test(protocol ?? '')) return [];
    // Ports to log in by have a rule of their own: expose-admin-port.
    if (from === '22' || from === '23') return [];
    const start = word.span.start + word.text.indexOf(from);
    const isPlain = to === undefined && word.span.end - word.span.start === word.text.length;
    const digits = isPlain ? { start, end: start + from.length } : undefined;
    return [{ port: Number(from), digits, span: word.span, kind: 'EXPOSE' }];
  });
}

/** Variables that tell a server its port, where the last one of that name says it. */
function settingsIn(stage: Stage): readonly PortPlace[] {
  return instructionsOf(stage, 'ENV').flatMap((instruction) =>
    instruction.pairs.flatMap(({ name, value, valueSpan }) => {
      const form = LISTEN_VARIABLES.get(name);
      const isLast = stage.final.variables.get(name)?.instruction === instruction;
      if (form === undefined || value === undefined || valueSpan === undefined || !isLast) return [];
      return portsIn(value, form).map((port) => placeOf(port, value, valueSpan, 'ENV'));
    }),
  );
}

/** Flags of what the container starts. */
function wordsIn(instruction: Instruction): readonly PortPlace[] {
  const exec = instruction.json && execCommand(instruction.json);
  const commands = exec === undefined ? commandsOf(instruction) : [exec];
  return commands.flatMap(({ args }) =>
    args.flatMap((word, at) => {
      const equals = word.value.indexOf('=');
      const name = equals < 0 ? word.value : word.value.slice(0, equals);
      const form = LISTEN_FLAGS.get(name);
      const holder = equals < 0 ? args[at + 1] : word;
      if (form === undefined || holder?.literal !== true) return [];
      const start = equals < 0 ? 0 : equals + 1;
      return portsIn(holder.value.slice(start), form).map(({ port, at: offset }) =>
        placeOf({ port, at: offset + start }, holder.value, holder.span, 'CMD'),
      );
    }),
  );
}

/** The digits are where they seem to be so long as only quotes stand around the value. */
function placeOf(
  { port, at }: { readonly port: number; readonly at: number },
  value: string,
  span: Span,
  kind: PortPlace['kind'],
): PortPlace {
  const around = span.end - span.start - value.length;
  const start = span.start + at + around / 2;
  const digits = around === 0 || around === 2 ? { start, end: start + String(port).length } : undefined;
  return { port, digits, span, kind };
}
