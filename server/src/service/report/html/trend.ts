import { totalGone, totalOf } from '../counts';
import { type ReportedTrend, type WorkspaceReport } from '../model';
import { bar, type BarPart } from './bars';
import { markup, type Markup } from './markup';
import { type Column, table } from './table';

const columns: readonly Column[] = [
  { title: 'findings' },
  { title: 'number', kind: 'number' },
  { title: 'share', kind: 'bar' },
];

/** What has changed since the baseline; nothing where there is none. */
export function trendSection({ trend }: WorkspaceReport): Markup | undefined {
  if (trend === undefined) return undefined;
  return markup`<section>
<h2 id="trend">Since the baseline</h2>
${table('trend', columns, rowsOf(trend))}${goneTable(trend)}</section>
`;
}

function rowsOf({ fresh, known, gone }: ReportedTrend): readonly (readonly (Markup | string | number)[])[] {
  const counts: readonly [name: string, kind: BarPart['kind'], count: number][] = [
    ['new', 'error', totalOf(fresh)],
    ['as before', 'other', totalOf(known)],
    ['gone', 'good', totalGone(gone)],
  ];
  const most = Math.max(...counts.map(([, , count]) => count));
  return counts.map(([name, kind, count]) => [name, count, bar([{ kind, count }], most, `${count} ${name}`)]);
}

function goneTable({ gone }: ReportedTrend): Markup | undefined {
  if (gone.length === 0) return undefined;
  const rows = gone.map(({ path, rule, count }) => [path, rule, count]);
  const titles: readonly Column[] = [
    { title: 'file' },
    { title: 'rule' },
    { title: 'findings', kind: 'number' },
  ];
  return markup`<h3 id="gone">What is gone</h3>
${table('gone', titles, rows)}`;
}
