import { type Finding } from '../../service/finding';
import { type Fix } from '../../rules/rule';

/**
 * A finding as reports tell it, in plain data that can be sent and kept: without what lies in other files.
 * @param withOffers else there are no offers, and the kind of fix tells of safe ones alone.
 */
export function reportedFinding(finding: Finding, withOffers: boolean): Finding {
  const { rule, also, language, severity, message, span, fix, related, tag, url } = finding;
  return {
    rule,
    ...(also === undefined ? {} : { also }),
    language,
    severity,
    message,
    span,
    fixKind: withOffers ? finding.fixKind : fix === undefined ? 'none' : 'safe',
    ...(fix !== undefined && isOwn(fix) ? { fix } : {}),
    offers: withOffers ? finding.offers.filter(isOwn) : [],
    related: related.filter(({ file }) => file === undefined).map(({ at, text }) => ({ at, text })),
    ...(tag === undefined ? {} : { tag }),
    url,
  };
}

/** Whether it changes nothing but its own file. */
function isOwn({ others }: Fix): boolean {
  return others === undefined;
}
