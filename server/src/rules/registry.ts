import { type Rule } from './rule';

/** Every rule, by language, pack and id. `npm run new-rule` adds the line. */
export const rules: readonly Rule[] = [];
