import { harden } from '../rules/compose/hardening/lack';
import { type Fix, type Lack } from '../rules/rule';
import { type Finding, type SingleFinding } from './finding';

/** What one rule misses in a service. */
interface Missed {
  readonly finding: Finding;
  readonly lack: Lack;
}

/**
 * Makes one finding of all that rules miss in one service, after settings and ignore comments took out what nobody wants to
 * hear. It goes by the id of the first, which is the weightiest, and names the others.
 * @param findings in order.
 */
export function joinLacks(findings: readonly SingleFinding[]): readonly Finding[] {
  if (findings.every(({ lack }) => lack === undefined)) return findings;
  const byService = new Map<number, Missed[]>();
  const result: (Finding | readonly Missed[])[] = [];
  for (const finding of findings) {
    const { lack } = finding;
    if (lack === undefined) {
      result.push(finding);
      continue;
    }
    const { start } = finding.span;
    const present = byService.get(start);
    if (present !== undefined) present.push({ finding, lack });
    else {
      const missed = [{ finding, lack }];
      byService.set(start, missed);
      result.push(missed);
    }
  }
  return result.flatMap((each) => ('rule' in each ? each : joined(each)));
}

function joined(missed: readonly Missed[]): readonly Finding[] {
  const [first, ...others] = missed;
  if (first === undefined || others.length === 0) return missed.map(({ finding }) => finding);
  return [new JoinedFinding(first, others)];
}

/** A class, as an object written with getters would have a shape of its own for V8, and there is one for each service. */
class JoinedFinding implements Finding {
  readonly rule: string;
  readonly also: readonly string[];
  readonly language: Finding['language'];
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly span: Finding['span'];
  readonly related = [];
  readonly url: string;
  readonly #missed: readonly Missed[];
  #offers: readonly Fix[] | undefined;

  constructor(first: Missed, others: readonly Missed[]) {
    this.#missed = [first, ...others];
    const { rule, language, severity, span, url } = first.finding;
    const deeds = this.#missed.map(({ finding, lack }) => `${lack.deed} (${finding.rule})`);
    this.rule = rule;
    this.also = others.map(({ finding }) => finding.rule);
    this.language = language;
    this.severity = severity;
    this.message = `${first.lack.service.name} could be hardened: it ${listed(deeds)}.`;
    this.span = span;
    this.url = url;
  }

  get fixKind(): Finding['fixKind'] {
    return this.offers.length > 0 ? 'offer' : 'none';
  }
  get offers(): readonly Fix[] {
    return (this.#offers ??= offersOf(this.#missed));
  }
}

function offersOf(missed: readonly Missed[]): readonly Fix[] {
  const all = harden(missed.map(({ lack }) => lack));
  return [...(all === undefined ? [] : [all]), ...missed.flatMap(({ finding }) => finding.offers)];
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
