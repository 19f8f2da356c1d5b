import { type Dockerfile, type Pair } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { insert, replace, type Edit } from '../../../text/edit';
import { dockerfileRule } from '../../rule';

export const legacyKeyValue = dockerfileRule({
  id: 'legacy-key-value',
  summary: 'ENV and LABEL must be written with an equals sign.',
  severity: 'hint',
  fix: 'safe',
  messages: {
    base: 'This form takes one name only, and all the rest of the line as its value. {name}=… says where the value ends.',
  },
  sameAs: { buildkit: ['LegacyKeyValueFormat'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const instruction of instructionsOf(dockerfile, ['ENV', 'LABEL'], { triggers: true })) {
      if (!instruction.legacy) continue;
      const { keyword } = instruction;
      const [pair] = instruction.pairs;
      if (pair?.valueSpan === undefined) continue;
      const { name } = pair;
      const edits = withEquals(dockerfile, pair);
      report({
        message: 'base',
        at: pair.nameSpan,
        data: { name },
        fix: edits && { title: `Write ${keyword} ${name}=…`, edits },
        tag: 'deprecated',
      });
    }
  },
});

/** Absent where name and value stand on two lines, or where a value of several lines has quotes of its own. */
function withEquals(
  { source, escape }: Dockerfile,
  { nameSpan, valueSpan }: Pair,
): readonly Edit[] | undefined {
  if (valueSpan === undefined) return undefined;
  const between = { start: nameSpan.end, end: valueSpan.start };
  if (/[\r\n]/.test(source.slice(between))) return undefined;
  const value = source.slice(valueSpan);
  if (!/\s/.test(value) || isOneQuoted(value)) return [replace(between, '=')];
  if (!/["'\\`]/.test(value.replace(/[\\`][ \t]*(?=\r?\n)/g, '')))
    return [replace(between, '="'), insert(valueSpan.end, '"')];
  if (/[\r\n]/.test(value)) return undefined;
  return [replace(between, '='), replace(valueSpan, escapeBlanks(value, escape))];
}

function isOneQuoted(value: string): boolean {
  return /^(?:"[^"\\`\r\n]*"|'[^'\r\n]*')$/.test(value);
}

/** An escape before each blank outside quotes: what the value is taken apart to stays the same. */
function escapeBlanks(value: string, escape: string): string {
  let quote = '';
  let result = '';
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    if (character === escape && quote !== "'") {
      result += character + value.charAt(++at);
      continue;
    }
    if (quote === '' ? /["']/.test(character) : character === quote) quote = quote === '' ? character : '';
    result += quote === '' && /[ \t]/.test(character) ? `${escape}${character}` : character;
  }
  return result;
}
