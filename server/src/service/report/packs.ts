import packs from '../../../data/rule-packs.json';
import { type Language } from '../../rules/rule';

/** What is not about hardening: a file that is too large, a comment that silences nothing. */
const ownPack = 'Bulwark itself';

const byRule = new Map(
  Object.entries(packs).map(([language, names]) => [
    language,
    new Map(Object.entries(names).flatMap(([pack, rules]) => rules.map((rule) => [rule, inWords(pack)]))),
  ]),
);

/** The name of the pack that a rule belongs to, in words: `Hardened runtime`. */
export function packOf(language: Language, rule: string): string {
  return byRule.get(language)?.get(rule) ?? ownPack;
}

function inWords(pack: string): string {
  const words = pack.replaceAll('-', ' ');
  return words === 'uv' ? words : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
