import { type ScalarValue } from '../../../compose/value';

/** What a scalar is to Compose; `any` where a variable or an explicit tag decides. */
export type ScalarData = string | number | boolean | null | typeof ANY;

/** A value of which only the surroundings know what it is: it fits every type. */
export const ANY = Symbol('any');

/**
 * Reads a scalar as Compose's YAML library does: YAML 1.2 with the octal and binary numbers of 1.1; `yes` and `on` are
 * text, as everywhere where no boolean is asked for; dates are left open.
 * @see https://github.com/yaml/go-yaml/blob/main/README.md#compatibility
 */
export function scalarData(scalar: ScalarValue): ScalarData {
  const { text, style, tag } = scalar;
  if (scalar.interpolation.variables.length > 0 || scalar.interpolation.faults.length > 0) return ANY;
  if (tag === 'tag:yaml.org,2002:str') return text;
  if (tag !== undefined) return ANY;
  if (style !== 'plain') return text;
  if (scalar.isNull) return null;
  if (scalar.resolved.state === 'unknown') return ANY;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^[-+]?(?:\d[\d_]*|0[xX][\da-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+)$/.test(text)) return integer(text);
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/.test(text)) return Number.MAX_VALUE;
  return /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt\s])/.test(text) ? ANY : text;
}

function integer(text: string): number {
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '');
  const octal = /^0[oO]?([0-7]+)$/.exec(digits);
  const value = octal === null ? Number(digits) : Number.parseInt(octal[1] ?? '', 8);
  return text.startsWith('-') ? -value : value;
}
