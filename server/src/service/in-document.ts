import { type Compose } from '../compose/model';
import { type Fix, type Report } from '../rules/rule';
import { type RelatedPlace } from './finding';

/** A report whose spans lie in the document, or name their file. */
export interface LocalReport extends Report {
  readonly related?: readonly RelatedPlace[];
}

/**
 * A report about a document that takes part in a project of several files; `undefined` where the fault lies in another of
 * them, which says so itself when it is looked at. A fix that would change another file is left out.
 */
export function inDocument(report: Report, compose: Compose): LocalReport | undefined {
  if (!compose.isOwn(report.at)) return undefined;
  const { fix, offers, findOffers, related = [] } = report;
  const end = compose.source.text.length;
  const isHere = (each: Fix | undefined): boolean =>
    each?.edits.every(({ span }) => span.end <= end) === true;
  return {
    ...report,
    ...(fix && !isHere(fix) && { fix: undefined }),
    ...(offers && { offers: offers.filter(isHere) }),
    ...(findOffers && { findOffers: () => findOffers().filter(isHere) }),
    related: related.map(({ at, text }) => {
      if (compose.isOwn(at)) return { at, text };
      const { uri, source, span } = compose.placeOf(at);
      return { at: span, text, file: { uri, source } };
    }),
  };
}
