import { markup, type Markup } from './markup';

export interface Column {
  readonly title: string;
  /** Numbers stand to the right; bars take the room that is left; what is short stays on one line. */
  readonly kind?: 'number' | 'bar' | 'short';
}

/** A cell; the first one of a row says what the row is about. */
export type Cell = Markup | string | number | undefined;

/**
 * A table that can be scrolled with the keys where it is too wide.
 * @param heading id of the heading that names it.
 */
export function table(
  heading: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Markup {
  const heads = columns.map(({ title, kind }) => markup`<th scope="col"${classOf(kind)}>${title}</th>`);
  const lines = rows.map(
    (cells) => markup`<tr>${cells.map((cell, at) => cellOf(cell, at, columns[at]))}</tr>\n`,
  );
  return markup`<div class="scroll" role="region" aria-labelledby="${heading}" tabindex="0">
<table aria-labelledby="${heading}">
<thead><tr>${heads}</tr></thead>
<tbody>
${lines}</tbody>
</table>
</div>
`;
}

function cellOf(cell: Cell, at: number, column: Column | undefined): Markup {
  return at === 0
    ? markup`<th scope="row"${classOf(column?.kind)}>${cell}</th>`
    : markup`<td${classOf(column?.kind)}>${cell}</td>`;
}

function classOf(kind: Column['kind']): Markup | undefined {
  return kind && markup` class="${kind}"`;
}
