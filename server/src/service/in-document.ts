import { type Compose } from '../compose/model';
import { type Fix, type Report } from '../rules/rule';

/**
 * A report about a document that takes part in a project of several files: its places lie in the document, or name their file;
 * `undefined` where the fault lies in another of
 * them, which says so itself when it is looked at. A fix that would change another file is left out.
 */
export function inDocument(report: Report, compose: Compose): Report | undefined {
  if (compose.isAlone) return report;
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
    related: related.map((place) => {
      const { at, text } = place;
      if (place.file !== undefined || compose.isOwn(at)) return place;
      const { uri, source, span } = compose.placeOf(at);
      return { at: span, text, file: { uri, source } };
    }),
  };
}
