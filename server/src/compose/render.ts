import { type Style } from './style';

/** A value that an edit writes. `raw` is YAML as it stands; anything else is quoted where it must be. */
export type NewValue = boolean | NewScalar | readonly NewScalar[] | NewMap;
export interface NewMap {
  readonly map: Readonly<Record<string, NewValue>>;
}
export type NewScalar = string | { readonly raw: string };

/** `key: value` with brackets, on one line. */
export function renderFlow(key: string, value: NewValue, style: Style): string {
  return `${key}: ${inline(value, style)}`;
}

/**
 * `key: value` in the style of the file, without the first line's indentation and the last line's end.
 * @param indent the blanks before the key.
 */
export function renderBlock(key: string, value: NewValue, indent: string, style: Style): string {
  if (isMap(value)) {
    const inner = indent + ' '.repeat(style.indent);
    const pairs = Object.entries(value.map).map(([name, each]) => renderBlock(name, each, inner, style));
    return `${key}:${pairs.map((pair) => style.eol + inner + pair).join('')}`;
  }
  if (!isList(value) || style.flowLists || value.length === 0) return renderFlow(key, value, style);
  const dash = `${style.eol}${indent}${' '.repeat(style.listIndent)}- `;
  return `${key}:${value.map((item) => dash + renderScalar(item, style)).join('')}`;
}

/** A scalar, in quotes where YAML or a reader of YAML 1.1 would take it for something else. */
export function renderScalar(value: NewScalar, style: Style): string {
  if (typeof value !== 'string') return value.raw;
  return isPlain(value) ? value : quoted(value, style.quote);
}

/** The text between quotes of this kind. */
export function quoted(text: string, quote: '"' | "'"): string {
  const single = quote === "'" || text.includes('\\');
  if (single && !/[\n\r\t]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text);
}

function inline(value: NewValue, style: Style): string {
  if (typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map((item) => renderScalar(item, style)).join(', ')}]`;
  if (isMap(value)) {
    const pairs = Object.entries(value.map).map(([key, each]) => renderFlow(key, each, style));
    return `{ ${pairs.join(', ')} }`;
  }
  return renderScalar(value, style);
}

function isMap(value: NewValue): value is NewMap {
  return typeof value === 'object' && !isList(value) && 'map' in value;
}

function isList(value: NewValue): value is readonly NewScalar[] {
  return Array.isArray(value);
}

function isPlain(text: string): boolean {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return true;
  return (
    /^[A-Za-z_./$][\w./$@+=:~-]*$/.test(text) &&
    !text.endsWith(':') &&
    !/^(?:true|false|yes|no|on|off|y|n|null|\.inf|\.nan)$/i.test(text) &&
    !/^\.?\d/.test(text)
  );
}
