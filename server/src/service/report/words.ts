import { type Severity } from '../../rules/rule';
import { counted } from '../../text/counted';
import { severities } from '../severities';
import { type Counts } from './counts';

/** `2 errors, 1 info`; empty where there is nothing. */
export function severitiesInWords(counts: Counts): string {
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => countedSeverity(counts[severity], severity))
    .join(', ');
}

export function countedSeverity(count: number, severity: Severity): string {
  // "info" is no word to put into the plural.
  return severity === 'info' ? `${count} info` : counted(count, severity);
}
