import { counted } from '../../text/counted';
import { totalGone, totalOf } from './counts';
import { type WorkspaceReport } from './model';
import { severitiesInWords } from './words';

/** One sentence or two that say how it stands. */
export function sentenceOf({ counts, files, trend }: WorkspaceReport): string {
  const total = totalOf(counts);
  const concerned = files.filter(({ findings }) => findings.length > 0).length;
  const where =
    concerned === files.length
      ? counted(concerned, 'file')
      : `${concerned} of ${counted(files.length, 'file')}`;
  const found =
    total === 0
      ? `No findings in ${counted(files.length, 'file')}.`
      : `${counted(total, 'finding')} (${severitiesInWords(counts)}) in ${where}.`;
  if (trend === undefined) return found;
  return `${found} Since the baseline: ${totalOf(trend.fresh)} new, ${totalGone(trend.gone)} gone.`;
}
