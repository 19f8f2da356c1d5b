import { totalOf } from '../counts';
import { type ReportedFile, type WorkspaceReport } from '../model';
import { countCells, countColumns } from './found';
import { messageMarkup, placeLink, type ReportLinks, ruleLink } from './links';
import { markup, type Markup } from './markup';
import { type Column, table } from './table';

/** The files, and what was found in each. */
export function filesSection(report: WorkspaceReport, links: ReportLinks): Markup {
  const hasTrend = report.trend !== undefined;
  const details = report.files.map((file, at) =>
    file.findings.length === 0 ? markup`` : fileSection(file, at, hasTrend, links),
  );
  return markup`<section>
<h2 id="files">Files</h2>
${fileTable(report)}${unreadList(report)}</section>
${details}`;
}

function fileTable({ files }: WorkspaceReport): Markup {
  if (files.length === 0) return markup`<p>There are no Dockerfiles and no Compose files.</p>\n`;
  const most = Math.max(...files.map(({ counts }) => totalOf(counts)));
  const rows = files.map(({ path, counts, findings }, at) => [
    findings.length === 0 ? path : markup`<a href="#file-${at}">${path}</a>`,
    ...countCells(counts, most),
  ]);
  return table('files', [{ title: 'file' }, ...countColumns], rows);
}

function unreadList({ unread }: WorkspaceReport): Markup | undefined {
  if (unread.length === 0) return undefined;
  const items = unread.map(({ path, fault }) => markup`<li><code>${path}</code> ${fault}</li>\n`);
  return markup`<h3 id="unread">Not looked at</h3>
<ul>
${items}</ul>
`;
}

function fileSection(file: ReportedFile, at: number, hasTrend: boolean, links: ReportLinks): Markup {
  const columns: readonly Column[] = [
    { title: 'line', kind: 'number' },
    { title: 'severity' },
    { title: 'rule', kind: 'short' },
    { title: 'message' },
    ...(hasTrend ? [{ title: 'since the baseline', kind: 'short' } as const] : []),
  ];
  const rows = file.findings.map((finding) => {
    const { severity, message, line, column, isNew } = finding;
    return [
      placeLink(links, { path: file.path, uri: file.uri, line, column }, line),
      markup`<span class="severity ${severity}">${severity}</span>`,
      ruleLink(links, finding),
      messageMarkup(message),
      ...(hasTrend ? [isNew ? 'new' : 'as before'] : []),
    ];
  });
  return markup`<section>
<h3 id="file-${at}">${file.path}</h3>
${table(`file-${at}`, columns, rows)}</section>
`;
}
