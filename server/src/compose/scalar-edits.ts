import { type Edit, replace } from '../text/edit';
import { quoted, renderScalar } from './render';
import { type Style } from './style';
import { type ScalarValue } from './value';

/** Replaces what a scalar says; its quotes stay, and are added where the new text needs them. */
export function replaceScalar(scalar: ScalarValue, text: string, style: Style): Edit {
  return replace(scalar.span, scalarLike(scalar, text, style));
}

/** A text with the quotes of a scalar. */
export function scalarLike(scalar: ScalarValue, text: string, style: Style): string {
  if (scalar.style === 'double') return JSON.stringify(text);
  return scalar.style === 'single' ? quoted(text, "'") : renderScalar(text, style);
}

/** Puts a plain scalar into the file's quotes. */
export function quoteScalar(scalar: ScalarValue, style: Style): Edit {
  return replace(scalar.span, quoted(scalar.text, style.quote));
}
