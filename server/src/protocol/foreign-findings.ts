import { type Finding } from '../service/finding';
import { sameRules } from '../service/same-finding';
import { type Source } from '../text/source';
import { type Refresh } from './changes';
import { member } from './client-options';
import { type OpenDocument } from './open-documents';
import { type Session } from './session';

/**
 * Notification of our own editor client: `{ uri, findings }`, all that others show at a document, each
 * `{ source, code, line, lastLine }`. What they show of ours need not be shown twice.
 */
export const foreignFindingsNotification = 'bulwark/foreignFindings';

/** A finding of somebody else. Lines count from zero. */
interface Place {
  readonly rules: readonly string[];
  readonly line: number;
  readonly lastLine: number;
}

/** What other extensions show, by document. */
export class ForeignFindings {
  readonly #places = new Map<string, readonly Place[]>();

  set(uri: string, places: readonly Place[]): void {
    if (places.length === 0) this.#places.delete(uri);
    else this.#places.set(uri, places);
  }

  /** Whether somebody shows the same fault, on a line of it or anywhere in its instruction. */
  show({ rule, span }: Finding, { uri, language, source }: OpenDocument): boolean {
    const places = this.#places.get(uri)?.filter(({ rules }) => rules.includes(rule)) ?? [];
    if (places.length === 0) return false;
    const { start, end } = source.rangeOf(span);
    const first = language === 'dockerfile' ? firstLine(source, start.line) : start.line;
    return places.some(({ line, lastLine }) => line <= end.line && lastLine >= first);
  }
}

/** The line on which an instruction begins that goes on over several, with comments between them. */
function firstLine(source: Source, line: number): number {
  let first = line;
  for (let above = line - 1; above >= 0; above -= 1) {
    const text = source.slice(source.lineSpan(above));
    if (/^\s*(?:#|$)/.test(text)) continue;
    if (!/[\\`]\s*$/.test(text)) break;
    first = above;
  }
  return first;
}

/** @param refresh has documents looked at again. */
export function followForeignFindings({ connection, documents, foreign }: Session, refresh: Refresh): void {
  documents.onClosed((uri) => foreign.set(uri, []));
  connection.onNotification(foreignFindingsNotification, (params: unknown) => {
    const uri = member(params, 'uri');
    const findings = member(params, 'findings');
    if (typeof uri !== 'string' || !Array.isArray(findings)) return;
    foreign.set(uri, findings.flatMap(placeOf));
    refresh([uri]);
  });
}

function placeOf(value: unknown): readonly Place[] {
  const [source, code] = [member(value, 'source'), member(value, 'code')];
  const [line, lastLine] = [member(value, 'line'), member(value, 'lastLine')];
  if (typeof source !== 'string' || typeof code !== 'string') return [];
  if (typeof line !== 'number' || typeof lastLine !== 'number') return [];
  const rules = sameRules({ source, code });
  return rules.length === 0 ? [] : [{ rules, line, lastLine }];
}
