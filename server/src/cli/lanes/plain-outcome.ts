import { Source } from '../../text/source';
import { type Outcome } from '../lane';
import { type FileReport } from '../reporters/report';

/** A report in plain data, which can go from thread to thread and into a file. */
export interface PlainReport extends Omit<FileReport, 'source' | 'original'> {
  readonly text: string;
  readonly original?: string;
}

/** What came of an input, in plain data. */
export interface PlainOutcome extends Omit<Outcome, 'report'> {
  readonly report?: PlainReport;
}

export function toPlain({ report, ...rest }: Outcome): PlainOutcome {
  if (report === undefined) return rest;
  const { source, original, ...facts } = report;
  const before = original === undefined ? {} : { original: original.text };
  return { ...rest, report: { ...facts, text: source.text, ...before } };
}

export function fromPlain({ report, ...rest }: PlainOutcome): Outcome {
  if (report === undefined) return rest;
  const { text, original, ...facts } = report;
  const before = original === undefined ? {} : { original: new Source(original) };
  return { ...rest, report: { ...facts, source: new Source(text), ...before } };
}
