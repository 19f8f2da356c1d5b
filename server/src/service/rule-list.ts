import { pageUrl } from '../rules/page-url';
import { allRules } from '../rules/registry';
import { type FixKind, type Language, type RuleMeta, type Severity } from '../rules/rule';
import { profiles, severityIn } from './profiles';
import { type Profile } from './settings';
import { fileTooLarge } from './size-cap';
import { unusedSuppression } from './suppression/unused';

/** One rule of one language as it is shown to people and tools. */
export interface ListedRule {
  readonly id: string;
  readonly language: Language;
  readonly severity: Readonly<Record<Profile, Severity | 'off'>>;
  readonly fix: FixKind;
  readonly summary: string;
  readonly sameAs: Readonly<Record<string, readonly string[]>>;
  /** What each option of its own is about. */
  readonly options: Readonly<Record<string, string>>;
  readonly since: string;
  readonly url: string;
}

/** Findings of the service itself, which no rule of the registry makes. */
export const serviceRules: readonly RuleMeta[] = [fileTooLarge, unusedSuppression];

/** Everything that can be found, sorted by language and id. */
export function listRules(): readonly ListedRule[] {
  const own = serviceRules.flatMap((meta) => [listed(meta, 'dockerfile'), listed(meta, 'compose')]);
  return [...allRules().map(({ meta, language }) => listed(meta, language)), ...own].sort((a, b) =>
    a.language === b.language ? compare(a.id, b.id) : compare(b.language, a.language),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function listed(meta: RuleMeta, language: Language): ListedRule {
  const { id, fix, summary, sameAs, options, since } = meta;
  const severity = Object.fromEntries(profiles.map((profile) => [profile, severityIn(profile, meta)]));
  return {
    id,
    language,
    severity: severity as ListedRule['severity'],
    fix,
    summary,
    sameAs: sameAs ?? {},
    options: options ?? {},
    since,
    url: pageUrl(id),
  };
}
