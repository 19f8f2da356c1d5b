import { type Service } from '../../../compose/model';
import { LISTEN_FLAGS, LISTEN_VARIABLES, portsIn } from '../../../image/listen-settings';
import { type Span } from '../../../text/span';
import { valueOf } from '../../../text/known';
import { commandWords, type CommandWord } from './command-words';

/** A place of a service that tells the program to listen on a port. */
export interface ListenPlace {
  readonly port: number;
  /** Of the digits; absent where they do not stand in the file as they are. */
  readonly digits: Span | undefined;
}

/** What the service itself says of the ports that its program listens on. */
export function listenPlaces(service: Service): readonly ListenPlace[] {
  return [...variablesOf(service), ...flagsOf(service)];
}

/** Whether the service sets a variable that tells where to listen, to whatever value. */
export function setsListening({ environment }: Service): boolean {
  return environment.some(({ name }) => LISTEN_VARIABLES.has(name));
}

function variablesOf({ environment }: Service): readonly ListenPlace[] {
  return environment.flatMap(({ name, value, text, valueSpan }) => {
    const form = LISTEN_VARIABLES.get(name);
    const written = valueOf(value);
    if (form === undefined || written === undefined) return [];
    const isVerbatim = text === written && valueSpan.end - valueSpan.start === text.length;
    return portsIn(written, form).map(({ port, at }) => ({
      port,
      digits: isVerbatim ? digitsAt(valueSpan.start + at, port) : undefined,
    }));
  });
}

function flagsOf({ command }: Service): readonly ListenPlace[] {
  const words: readonly CommandWord[] = (command && commandWords(command)) ?? [];
  return words.flatMap(({ text }, index) => {
    const equals = text.indexOf('=');
    const form = LISTEN_FLAGS.get(equals < 0 ? text : text.slice(0, equals));
    const holder = equals < 0 ? words[index + 1] : words[index];
    if (form === undefined || holder === undefined) return [];
    const start = equals < 0 ? 0 : equals + 1;
    return portsIn(holder.text.slice(start), form).map(({ port, at }) => {
      // Quotes may stand around the word, and nothing else.
      const around = holder.span.end - holder.span.start - holder.text.length;
      const isVerbatim = around === 0 || around === 2;
      const offset = holder.span.start + around / 2 + start + at;
      return { port, digits: isVerbatim ? digitsAt(offset, port) : undefined };
    });
  });
}

function digitsAt(start: number, port: number): Span {
  return { start, end: start + String(port).length };
}
