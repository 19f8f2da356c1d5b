import { type Span } from '../text/span';
import { type Service } from './model';
import { type ParsedService } from './service';
import { type Value } from './value';

/** Which services have which text among their values. */
export class Users {
  readonly #byText = new Map<string, Service[]>();

  constructor(services: readonly ParsedService[]) {
    for (const service of services) this.#walk(service);
  }

  of(span: Span): readonly Service[] {
    return this.#byText.get(textId(span)) ?? [];
  }

  /** Each text once for a service, so that aliases of aliases cost no more than the file is long. */
  #walk(service: ParsedService): void {
    const seen = new Set<string>();
    const waiting: Value[] = [];
    for (const map of service.layers.maps) for (const { value } of map.entries) waiting.push(value);
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
      const id = textId(value.span);
      if (seen.has(id)) continue;
      seen.add(id);
      const users = this.#byText.get(id);
      if (users === undefined) this.#byText.set(id, [service]);
      else users.push(service);
      if (value.kind === 'list') for (const item of value.items) waiting.push(item);
      else if (value.kind === 'map') for (const entry of value.entries) waiting.push(entry.value);
    }
  }
}

/** A collection and its first item begin at one place: both ends are needed to tell texts apart. */
function textId({ start, end }: Span): string {
  return `${start}-${end}`;
}
