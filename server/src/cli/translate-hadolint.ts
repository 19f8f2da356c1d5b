import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { type Severity } from '../rules/rule';
import { idsOf } from '../service/suppression/foreign';
import { type Fault } from './read-text';

export interface TranslatedHadolint {
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly trustedRegistries: readonly string[];
  /** What has no counterpart, each a sentence without its full stop. */
  readonly left: readonly string[];
}

/** Hadolint's severities, from the strongest; of one rule that several name the strongest counts, and `ignored` over all. */
const severities: readonly (readonly [key: string, severity: Severity])[] = [
  ['style', 'hint'],
  ['info', 'info'],
  ['warning', 'warning'],
  ['error', 'error'],
];

const understood = new Set(['ignored', 'override', 'trustedRegistries', 'failure-threshold', 'failOn']);

/**
 * Reads a `.hadolint.yaml`. Never throws.
 * @see https://github.com/hadolint/hadolint#configure
 */
export function translateHadolint(text: string): TranslatedHadolint | Fault {
  const { contents, errors } = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (errors.length > 0) return { fault: 'is no YAML' };
  const rules: Record<string, Severity | 'off'> = {};
  const left: string[] = [];
  const set = (names: readonly string[], severity: Severity | 'off'): void => {
    for (const name of names) {
      const ids = idsOf('hadolint', name, 'dockerfile');
      // Shell rules come from ShellCheck, which nothing here runs.
      if (ids.length === 0) left.push(`no rule here is like ${name}`);
      for (const id of ids) rules[id] = severity;
    }
  };
  const member = (node: unknown, key: string): unknown => (isMap(node) ? node.get(key, true) : undefined);

  for (const [key, severity] of severities)
    set(stringsOf(member(member(contents, 'override'), key)), severity);
  set(stringsOf(member(contents, 'ignored')), 'off');
  const threshold = member(contents, 'failure-threshold');
  if (isScalar(threshold))
    left.push(
      `failure-threshold is no setting here; run bulwark lint --fail-on ${failOn(String(threshold.value))}`,
    );
  for (const { key } of isMap(contents) ? contents.items : [])
    if (isScalar(key) && !understood.has(String(key.value)))
      left.push(`${String(key.value)} means nothing here`);
  return { rules, trustedRegistries: stringsOf(member(contents, 'trustedRegistries')), left };
}

function failOn(threshold: string): string {
  const near: Readonly<Record<string, string>> = { style: 'hint', ignore: 'never', none: 'never' };
  return near[threshold] ?? threshold;
}

function stringsOf(node: unknown): readonly string[] {
  if (!isSeq(node)) return [];
  return node.items.flatMap((item) => (isScalar(item) && typeof item.value === 'string' ? [item.value] : []));
}
