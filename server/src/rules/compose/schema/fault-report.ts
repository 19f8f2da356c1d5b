import { type Compose } from '../../../compose/model';
import { replaceScalar } from '../../../compose/scalar-edits';
import { closest } from '../../../text/nearest';
import { type Fix, type Report } from '../../rule';
import { fixOf } from '../marked';
import { type Fault } from './fault';
import { missingKeyRepair, typeRepairs } from './type-repairs';
import { unknownKey } from './unknown-key';
import { actualType, expectedTypes, listed, placeName } from './words';

export type SchemaReport = Report<
  | 'unknownKey'
  | 'nearKey'
  | 'misplacedKey'
  | 'badName'
  | 'oldFormat'
  | 'wrongType'
  | 'empty'
  | 'missingKey'
  | 'notAllowed'
  | 'range'
  | 'pattern'
  | 'deprecated'
  | 'duplicate'
  | 'repeated'
>;

/** Puts what the validator found into words, at the text that must change; undefined for what another fault says better. */
export function faultReport(compose: Compose, fault: Fault): SchemaReport | undefined {
  const { error, path, value, entry } = fault;
  const { params } = error;
  const place = placeName(path);
  const text = value.kind === 'scalar' ? value.text : '';
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(compose, path, value, String(params['additionalProperty']));
    case 'type':
      return wrongType(compose, fault, place);
    case 'required': {
      const key = String(params['missingProperty']);
      const offers = [missingKeyRepair(compose, fault, key)];
      return { message: 'missingKey', at: entry?.keySpan ?? value.span, data: { place, key }, offers };
    }
    case 'enum': {
      const words = (params['allowedValues'] as readonly unknown[]).map(String);
      const data = { place, words: listed(words), value: text };
      return { message: 'notAllowed', at: value.span, data, offers: [nearestWord(compose, fault, words)] };
    }
    case 'minimum':
    case 'maximum': {
      const limit = `${error.keyword === 'minimum' ? 'at least' : 'at most'} ${String(params['limit'])}`;
      return { message: 'range', at: value.span, data: { place, limit, value: text } };
    }
    case 'pattern':
      return { message: 'pattern', at: value.span, data: { place, value: text } };
    default:
      return undefined;
  }
}

function wrongType(compose: Compose, fault: Fault, place: string): SchemaReport {
  const { value, entry } = fault;
  const type = fault.error.params['type'];
  const expected = expectedTypes(type);
  if (value.kind === 'scalar' && value.isNull && entry !== undefined)
    return { message: 'empty', at: entry.keySpan, data: { place, expected } };
  return {
    message: 'wrongType',
    at: value.kind === 'scalar' ? value.span : (entry?.keySpan ?? value.span),
    data: { place, expected, actual: actualType(value) },
    offers: typeRepairs(compose, fault, type),
  };
}

function nearestWord(compose: Compose, { value }: Fault, words: readonly string[]): Fix | undefined {
  if (value.kind !== 'scalar') return undefined;
  const ending = words.filter((word) => word.endsWith(`_${value.text}`));
  const nearest = ending.length === 1 ? ending[0] : closest(value.text, words);
  if (nearest === undefined) return undefined;
  return fixOf(`Write ${nearest}`, [replaceScalar(value, nearest, compose.style)]);
}
