import { composeRule } from '../../rule';
import { deprecatedKeys } from './deprecated';
import { duplicates } from './duplicates';
import { faultsOf } from './fault';
import { faultReport, type SchemaReport } from './fault-report';

export const schema = composeRule({
  id: 'schema',
  summary: 'A Compose file must have the keys and types of the Compose Specification.',
  severity: 'error',
  fix: 'offer',
  messages: {
    unknownKey: '{place} has no key {key}.',
    nearKey: '{place} has no key {key}; did you mean {nearest}?',
    misplacedKey: '{place} has no key {key}; it belongs {home}.',
    badName: '{key} is no name for an entry of {place}: names have letters, digits, ".", "_" and "-" only.',
    oldFormat:
      'Services stand below a top-level key services; the format of 2014, in which they stand at the top, is no longer read.',
    wrongType: '{place} must be {expected}, and is {actual}.',
    empty:
      '{place} is empty, which Compose refuses: it must be {expected}. Give it a value or take the key away.',
    missingKey: '{place} lacks the key {key}, which it must have.',
    notAllowed: '{place} must be {words}, and not {value}.',
    range: '{value} is out of range for {place}: it must be {limit}.',
    pattern: '{value} is no valid value of {place}.',
    duplicate: '{value} stands in {place} already, and Compose refuses a list that says something twice.',
    repeated: '{value} stands in {place} already: Compose reads it once.',
    deprecated: '{key} below {place} is deprecated: write external: true, and the name as a key beside it.',
  },
  sameAs: { dclint: ['invalid-schema'] },
  since: '0.1.0',
  check({ compose, report }) {
    const said = new Set<string>();
    const once = (found: SchemaReport): void => {
      const id = `${found.at.start} ${found.at.end} ${found.message}`;
      if (!said.has(id)) report(found);
      said.add(id);
    };
    for (const fault of faultsOf(compose)) {
      const found = faultReport(compose, fault);
      if (found === undefined) continue;
      once(found);
      // All that such a file has is at the wrong place.
      if (found.message === 'oldFormat') return;
    }
    for (const { place, entry, fix } of deprecatedKeys(compose))
      once({
        message: 'deprecated',
        at: entry.keySpan,
        data: { place, key: entry.key },
        severity: 'hint',
        tag: 'deprecated',
        offers: [fix],
      });
    for (const { place, item, isRefused, fix } of duplicates(compose))
      once({
        message: isRefused ? 'duplicate' : 'repeated',
        at: item.span,
        data: { place, value: item.text },
        offers: [fix],
        ...(!isRefused && { severity: 'hint', tag: 'unnecessary' }),
      });
  },
});
