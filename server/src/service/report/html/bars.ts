import { type Severity } from '../../../rules/rule';
import { severities } from '../../severities';
import { type Counts } from '../counts';
import { severitiesInWords } from '../words';
import { markup, type Markup } from './markup';

/** A piece of a bar; its kind gives it its colour. */
export interface BarPart {
  readonly kind: Severity | 'good' | 'other';
  readonly count: number;
}

/**
 * A horizontal bar.
 * @param whole the count that would fill the width.
 * @param words what it shows, for those who do not see it.
 */
export function bar(parts: readonly BarPart[], whole: number, words: string): Markup {
  let before = 0;
  const pieces = parts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => {
      const [x, width] = [share(before, whole), share(count, whole)];
      before += count;
      return markup`<rect class="${kind}" x="${x}" y="0" width="${width}" height="10" />`;
    });
  const start = markup`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img"`;
  return markup`${start} aria-label="${words}">${pieces}</svg>`;
}

/** The bar of counts, piled up by severity. */
export function countsBar(counts: Counts, whole: number): Markup {
  const parts = severities.map((severity) => ({ kind: severity, count: counts[severity] }));
  return bar(parts, whole, severitiesInWords(counts) || 'nothing');
}

/** In hundredths of the width, with two digits behind the point. */
function share(count: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((count / whole) * 10_000) / 100;
}
