import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Language } from '../../server/src/rules/rule';
import { type ListedRule } from '../../server/src/service/rule-list';

/** The ids of the rules of each pack, by language: a pack is the folder that a rule lies in. */
export function rulePacks(rules: readonly ListedRule[]): Record<Language, Record<string, readonly string[]>> {
  return { dockerfile: packsOf('dockerfile', rules), compose: packsOf('compose', rules) };
}

function packsOf(language: Language, rules: readonly ListedRule[]): Record<string, readonly string[]> {
  const ids = new Set(rules.filter((rule) => rule.language === language).map(({ id }) => id));
  const folder = join('server', 'src', 'rules', language);
  const packs: Record<string, readonly string[]> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
    if (!entry.isDirectory()) continue;
    const names = readdirSync(join(folder, entry.name)).map((name) => name.replace(/\.ts$/, ''));
    const own = names.filter((name) => ids.has(name)).sort();
    if (own.length > 0) packs[entry.name] = own;
  }
  return packs;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
