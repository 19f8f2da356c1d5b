import { severities } from '../severities';
import { type Counts, totalGone, totalOf } from './counts';
import { name, nameInCell, prose, proseInCell } from './markdown-text';
import {
  type ReportedFile,
  type ReportedImage,
  type ReportedTrend,
  type Unread,
  type WorkspaceReport,
} from './model';
import { sentenceOf } from './sentence';

/** The report in Markdown with tables, as GitHub and GitLab show it. */
export function renderMarkdown(report: WorkspaceReport): string {
  const { counts, packs, files, images, trend, unread } = report;
  const total = totalOf(counts);
  const severityRows = severities.map((severity) => [
    severity,
    String(counts[severity]),
    barOf(counts[severity], total),
  ]);
  const most = Math.max(0, ...packs.map((pack) => totalOf(pack.counts)));
  const packRows = packs.map((pack) => [
    pack.name,
    ...cellsOf(pack.counts),
    barOf(totalOf(pack.counts), most),
  ]);
  return [
    '# Hardening report',
    sentenceOf(report),
    '## By severity',
    table(['severity', '>findings', 'share'], severityRows),
    '## By pack',
    packs.length === 0 ? 'Nothing was found.' : table(['pack', ...countTitles, 'share'], packRows),
    ...(trend === undefined ? [] : trendParts(trend)),
    '## Images',
    images.length === 0 ? 'The files name no image.' : imageTable(images),
    '## Files',
    files.length === 0
      ? 'There are no Dockerfiles and no Compose files.'
      : table(
          ['file', ...countTitles],
          files.map((file) => [nameInCell(file.path), ...cellsOf(file.counts)]),
        ),
    ...unreadParts(unread),
    ...files
      .filter(({ findings }) => findings.length > 0)
      .map((file) => fileParts(file, trend !== undefined)),
  ]
    .join('\n\n')
    .concat('\n');
}

const countTitles = [...severities, 'all'].map((title) => `>${title}`);

function cellsOf(counts: Counts): readonly string[] {
  return [...severities.map((severity) => String(counts[severity])), String(totalOf(counts))];
}

function trendParts({ fresh, known, gone }: ReportedTrend): readonly string[] {
  const counts: readonly [string, number][] = [
    ['new', totalOf(fresh)],
    ['as before', totalOf(known)],
    ['gone', totalGone(gone)],
  ];
  const most = Math.max(...counts.map(([, count]) => count));
  const rows = counts.map(([title, count]) => [title, String(count), barOf(count, most)]);
  const goneRows = gone.map(({ path, rule, count }) => [nameInCell(path), nameInCell(rule), String(count)]);
  return [
    '## Since the baseline',
    table(['findings', '>number', 'share'], rows),
    ...(gone.length === 0 ? [] : ['### What is gone', table(['file', 'rule', '>findings'], goneRows)]),
  ];
}

function imageTable(images: readonly ReportedImage[]): string {
  const rows = images.map((image) => [
    nameInCell(image.name),
    image.isHardened === undefined ? 'not known' : image.isHardened ? 'yes' : 'no',
    proseInCell(image.pinned ?? ''),
    proseInCell(image.variant ?? ''),
    proseInCell(image.user ?? ''),
    proseInCell(image.endOfLife ?? ''),
    image.counterpart === undefined ? '' : nameInCell(image.counterpart),
    image.places.map(({ path, line }) => nameInCell(`${path}:${line}`)).join(', '),
  ]);
  const titles = [
    'image',
    'hardened',
    'pinned',
    'variant',
    'user',
    'end of life',
    'hardened counterpart',
    'where',
  ];
  return table(titles, rows);
}

function unreadParts(unread: readonly Unread[]): readonly string[] {
  if (unread.length === 0) return [];
  return ['### Not looked at', unread.map(({ path, fault }) => `- ${name(path)} ${prose(fault)}`).join('\n')];
}

function fileParts({ path, findings }: ReportedFile, hasTrend: boolean): string {
  const rows = findings.map(({ line, severity, rule, url, message, isNew }) => [
    String(line),
    severity,
    `[${rule}](${url})`,
    proseInCell(message),
    ...(hasTrend ? [isNew ? 'new' : 'as before'] : []),
  ]);
  const titles = ['>line', 'severity', 'rule', 'message', ...(hasTrend ? ['since the baseline'] : [])];
  return `### ${name(path)}\n\n${table(titles, rows)}`;
}

/** @param titles with `>` before those whose column stands to the right. */
function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const heads = titles.map((title) => title.replace(/^>/, ''));
  const rules = titles.map((title) => (title.startsWith('>') ? '---:' : '---'));
  return [heads, rules, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A bar of at most ten blocks; one where there is anything at all. */
function barOf(count: number, whole: number): string {
  return count === 0 ? '' : '█'.repeat(Math.max(1, Math.round((count / whole) * 10)));
}
