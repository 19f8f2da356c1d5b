import { type Finding } from '../service/finding';
import { type Service, type TextDocument } from '../service/service';
import { type Settings } from '../service/settings';
import { applyEdits } from '../text/edit';
import { Source } from '../text/source';
import { type Fault } from './read-text';
import { type FixMode } from './lint-options';
import { repairText } from './repair-text';
import { isRepairable } from './reporters/report';

/** A text and what there is to say about it. */
export interface Checked {
  readonly text: string;
  readonly source: Source;
  readonly findings: readonly Finding[];
  /** What comments in the text silence; empty unless it is asked for. */
  readonly silenced: readonly Finding[];
}

export interface Linted {
  readonly before: Checked;
  /** The same as `before` where nothing was repaired. */
  readonly after: Checked;
  /** How many findings the repairs have settled. */
  readonly repaired: number;
}

export interface LintRequest extends Omit<TextDocument, 'version'> {
  readonly settings: Settings;
  readonly fix: FixMode;
  readonly fixOffers: readonly string[];
  readonly withSilenced: boolean;
}

/**
 * Checks one text and, where `fix` says so, repairs it in memory.
 * @returns a fault where the repaired text would be worse than the one before: the text then is to be left alone.
 */
export async function lintText(service: Service, request: LintRequest): Promise<Linted & Partial<Fault>> {
  const { settings, fix, fixOffers, withSilenced, ...document } = request;
  let version = 0;
  const check = async (text: string): Promise<Checked> => {
    const version_ = ++version;
    const asked = { ...document, version: version_, text };
    const findings = await service.findings(asked, settings);
    const silenced = withSilenced ? await service.silenced(asked, settings) : [];
    return { text, source: new Source(text), findings, silenced };
  };
  const fixAll = async (text: string): Promise<string> =>
    applyEdits(text, await service.fixAll({ ...document, text, version }, settings));
  try {
    const before = await check(document.text);
    const none = { before, after: before, repaired: 0 };
    if (fix === 'none') return none;
    const after = await repairText(before, { check, fixAll, fixOffers });
    if (after === before) return none;
    const worse = newErrors(before.findings, after.findings);
    if (worse !== undefined) return { ...none, fault: `is not repaired: that would break it (${worse})` };
    return { before, after, repaired: Math.max(0, wanted(before, fixOffers) - wanted(after, fixOffers)) };
  } finally {
    service.forget(document.uri);
  }
}

/** How many findings the repairs are to settle. */
function wanted({ findings }: Checked, fixOffers: readonly string[]): number {
  return findings.filter((finding) => isRepairable(finding) || fixOffers.includes(finding.rule)).length;
}

/** A rule that finds more errors than before, among them those of a text that does not parse. */
function newErrors(before: readonly Finding[], after: readonly Finding[]): string | undefined {
  const left = new Map<string, number>();
  for (const { rule, severity } of before)
    if (severity === 'error') left.set(rule, (left.get(rule) ?? 0) + 1);
  for (const { rule, severity } of after) {
    if (severity !== 'error') continue;
    const count = left.get(rule) ?? 0;
    if (count === 0) return rule;
    left.set(rule, count - 1);
  }
  return undefined;
}
