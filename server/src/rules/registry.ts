import { composeRules } from './compose-rules';
import { dockerfileRules } from './dockerfile-rules';
import { type Language, type Rule } from './rule';

/** The rules that look at documents of a language. */
export function rulesOf(language: Language): readonly Rule[] {
  return language === 'compose' ? composeRules : dockerfileRules;
}

/** Every rule; a rule that both languages know is there twice. */
export function allRules(): readonly Rule[] {
  return [...composeRules, ...dockerfileRules];
}
