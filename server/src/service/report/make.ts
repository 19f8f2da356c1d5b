import { type Finding } from '../finding';
import { byCounts, type Counts, countsOf } from './counts';
import {
  type LookedFile,
  type ReportedFile,
  type ReportedFinding,
  type ReportedImage,
  type ReportedPack,
  type Unread,
  type WorkspaceReport,
} from './model';
import { packOf } from './packs';
import { type Trend } from './trend';

/** What a report is made of. */
export interface ReportParts {
  readonly files: readonly LookedFile[];
  readonly images: readonly ReportedImage[];
  readonly unread: readonly Unread[];
  readonly trend?: Trend | undefined;
}

/** A report on what was found. The same parts in another order make the same report. */
export function makeReport({ files, images, unread, trend }: ReportParts): WorkspaceReport {
  const findings = files.flatMap((file) => file.findings);
  return {
    counts: countsOf(findings),
    packs: packsOf(findings),
    files: files.map((file) => reported(file, trend)).sort(byPath),
    images,
    unread: [...unread].sort(byPath),
    ...(trend === undefined
      ? {}
      : {
          trend: {
            known: countsOf(findings.filter((finding) => !trend.fresh.has(finding))),
            fresh: countsOf([...trend.fresh]),
            gone: trend.gone,
          },
        }),
  };
}

function packsOf(findings: readonly Finding[]): readonly ReportedPack[] {
  const packs = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = packOf(finding.language, finding.rule);
    const own = packs.get(name) ?? [];
    own.push(finding);
    packs.set(name, own);
  }
  const counted = [...packs].map(([name, own]): { name: string; counts: Counts } => ({
    name,
    counts: countsOf(own),
  }));
  return counted.sort((a, b) => byCounts(a, b) || (a.name < b.name ? -1 : 1));
}

function reported(
  { path, uri, language, source, findings }: LookedFile,
  trend: Trend | undefined,
): ReportedFile {
  return {
    path,
    uri,
    language,
    counts: countsOf(findings),
    findings: findings.map((finding): ReportedFinding => {
      const { rule, url, severity, message, span } = finding;
      const { line, character } = source.positionAt(span.start);
      const isNew = trend?.fresh.has(finding) === true;
      return { rule, url, severity, message, line: line + 1, column: character + 1, isNew };
    }),
  };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
