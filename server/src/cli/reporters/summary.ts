import { countsOf } from '../../service/report/counts';
import { severitiesInWords } from '../../service/report/words';
import { counted } from '../../text/counted';
import { type FileReport, isRepairable, type ReportContext } from './report';

/** What a report needs for its summary. */
export type Counted = Pick<FileReport, 'findings' | 'excused' | 'repaired' | 'isChecked'>;

/** One sentence or a few: how much was found where, and what `--fix` can do. */
export function summaryOf(
  all: readonly Counted[],
  { onlyChanged, hasFailed }: Pick<ReportContext, 'onlyChanged' | 'hasFailed'>,
): string {
  const reports = all.filter(({ isChecked }) => isChecked);
  const left = all.length - reports.length;
  const unchecked = left === 0 ? '' : `The configuration leaves out ${counted(left, 'file')}.`;
  if (reports.length === 0) {
    if (left > 0) return `No file checked. ${unchecked}`;
    if (hasFailed()) return 'No file could be checked.';
    return `No Dockerfile and no Compose file ${onlyChanged ? 'has changed' : 'found'}.`;
  }
  const findings = reports.flatMap((report) => report.findings);
  const repaired = reports.reduce((sum, report) => sum + report.repaired, 0);
  const known = reports.flatMap(({ excused }) => excused).filter(({ by }) => by === 'baseline').length;
  const done = repaired === 0 ? '' : `${counted(repaired, 'problem')} repaired. `;
  const beside = [known === 0 ? '' : ` ${known} in the baseline.`, unchecked && ` ${unchecked}`].join('');
  if (findings.length === 0)
    return `${done}No ${known === 0 ? '' : 'new '}problems in ${counted(reports.length, 'file')}.${beside}`;

  const concerned = reports.filter((report) => report.findings.length > 0).length;
  const files = concerned === reports.length ? '' : `${concerned} of `;
  const repairable = findings.filter(isRepairable).length;
  const offer = repairable === 0 ? '' : ` --fix can repair ${repairable}.`;
  const problems = `${counted(findings.length, known === 0 ? 'problem' : 'new problem')} (${severitiesInWords(countsOf(findings))})`;
  return `${done}${problems} in ${files}${counted(reports.length, 'file')}.${beside}${offer}`;
}
