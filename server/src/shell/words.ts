import { type Assignment, type DoubleQuotedChild, type Word, type WordPart } from 'unbash';
import { hasAnyOf } from '../text/has-any-of';
import { type ShellWord } from './model';
import { type Place } from './place';

/** A character that can make a word more than the text it is: quotes, expansions, globs, a home directory. */
const SPECIAL = /['"\\$`*?[\]{}()<>~]/;

/** The same without quotes: within them these characters alone change what the shell reads. */
const MORE_THAN_QUOTES = '\\$`*?[]{}()<>~';

const QUOTES = `'"\\`;

/** Reads a word, or `NAME=value` where it stands among the arguments of a command. */
export function readWord(node: Word | Assignment, place: Place): ShellWord {
  const span = place.spanOf(node.pos, node.end);
  const raw = node.text;
  if (!SPECIAL.test(raw)) return { raw, value: raw, literal: true, variables: [], quoted: false, span };
  if (node.type === 'Assignment') return readAssignedWord(node, place);
  if (!hasAnyOf(raw, MORE_THAN_QUOTES))
    return { raw, value: node.value, literal: true, variables: [], quoted: true, span };
  return {
    raw: raw.includes('\\\n') ? raw.replaceAll('\\\n', '') : raw,
    value: node.value,
    literal: isLiteral(node.parts) && !raw.startsWith('~'),
    variables: variablesOf(node.parts),
    quoted: hasAnyOf(raw, QUOTES),
    span,
  };
}

function readAssignedWord(node: Assignment, place: Place): ShellWord {
  const span = place.spanOf(node.pos, node.end);
  const raw = node.text;
  if (node.value.type === 'ArrayValue' || node.index !== undefined)
    return { raw, value: raw, literal: false, variables: [], quoted: hasAnyOf(raw, QUOTES), span };
  const value = readWord(node.value, place);
  const head = raw.slice(0, node.value.pos - node.pos);
  return { ...value, raw, value: head + value.value, span };
}

/** Whether a word contains commands of its own: `$(…)`, back-ticks, `<(…)`. A quick test that may say yes too often. */
export function maySubstitute(text: string): boolean {
  return text.includes('(') || text.includes('`') || text.includes('${');
}

type Parts = readonly (WordPart | DoubleQuotedChild)[] | undefined;

function isLiteral(parts: Parts): boolean {
  return (parts ?? []).every((part) => {
    switch (part.type) {
      case 'Literal':
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        return true;
      case 'DoubleQuoted':
      case 'LocaleString':
        return isLiteral(part.parts);
      default:
        return false;
    }
  });
}

function variablesOf(parts: Parts): readonly string[] {
  const names = new Set<string>();
  collectVariables(parts, names);
  return [...names];
}

function collectVariables(parts: Parts, names: Set<string>): void {
  for (const part of parts ?? []) {
    switch (part.type) {
      case 'SimpleExpansion':
        addName(part.text.slice(1), names);
        break;
      case 'ParameterExpansion':
        addName(part.parameter, names);
        for (const word of operandsOf(part)) collectVariables(word.parts, names);
        break;
      case 'ArithmeticExpansion':
        for (const [name] of part.text.matchAll(/[A-Za-z_]\w*/g)) names.add(name);
        break;
      case 'DoubleQuoted':
      case 'LocaleString':
      case 'Glob':
      case 'ExtendedGlob':
      case 'BraceExpansion':
        collectVariables(part.parts, names);
        break;
      default:
    }
  }
}

function addName(name: string, names: Set<string>): void {
  if (/^[A-Za-z_]\w*$/.test(name)) names.add(name);
}

type ParameterExpansion = Extract<WordPart, { type: 'ParameterExpansion' }>;

function operandsOf(part: ParameterExpansion): readonly Word[] {
  const operation = part.operation;
  if (operation === undefined) return [];
  if (operation.type === 'Replace') return [operation.pattern, operation.replacement];
  if ('operand' in operation && operation.operand !== undefined) return [operation.operand];
  return [];
}
