import { severities } from '../../severities';
import { type Counts, totalOf } from '../counts';
import { type WorkspaceReport } from '../model';
import { bar, countsBar } from './bars';
import { markup, type Markup } from './markup';
import { type Column, table } from './table';

const number = (title: string): Column => ({ title, kind: 'number' });

/** The columns of counts, and the bar behind them. */
export const countColumns: readonly Column[] = [
  ...severities.map((severity) => number(severity)),
  number('all'),
  { title: 'share', kind: 'bar' },
];

/** The cells below `countColumns`; `most` is the largest total of the table. */
export function countCells(counts: Counts, most: number): readonly (Markup | number)[] {
  return [...severities.map((severity) => counts[severity]), totalOf(counts), countsBar(counts, most)];
}

/** How much was found, by severity and by pack. */
export function foundSections({ counts, packs }: WorkspaceReport): Markup {
  const total = totalOf(counts);
  const bySeverity = severities.map((severity) => {
    const count = counts[severity];
    return [severity, count, bar([{ kind: severity, count }], total, `${count} of ${total}`)];
  });
  const columns = [{ title: 'severity' }, number('findings'), { title: 'share', kind: 'bar' } as const];
  return markup`<section>
<h2 id="severity">By severity</h2>
${table('severity', columns, bySeverity)}</section>
<section>
<h2 id="packs">By pack</h2>
${packTable(packs)}</section>
`;
}

function packTable(packs: WorkspaceReport['packs']): Markup {
  if (packs.length === 0) return markup`<p>Nothing was found.</p>\n`;
  const most = Math.max(...packs.map(({ counts }) => totalOf(counts)));
  const rows = packs.map(({ name, counts }) => [name, ...countCells(counts, most)]);
  return table('packs', [{ title: 'pack' }, ...countColumns], rows);
}
