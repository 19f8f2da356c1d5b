import { counterpartOf } from '../../../image/counterpart/counterpart';
import { changesInTitle, describeChange } from '../../../image/counterpart/describe';
import { type Counterpart } from '../../../image/counterpart/model';
import { isDockerClient } from '../../../image/docker-client';
import { isHardened } from '../../../image/hardened-name';
import { replace, type Edit } from '../../../text/edit';
import { composeRule, type Fix } from '../../rule';
import { fixOf, type Marked } from '../marked';
import { fitsService } from './fits-service';
import { pulledImages, type ServiceImage } from './service-image';

export const dhiAvailable = composeRule({
  id: 'dhi-available',
  summary: 'A base image that has a hardened counterpart can be replaced by it.',
  severity: 'hint',
  fix: 'offer',
  messages: { base: '{image} has a hardened counterpart.{more} To run it take {reference}.' },
  since: '0.1.0',
  check({ compose, options, report }) {
    const found = pulledImages(compose).flatMap((marked): readonly Replaceable[] => {
      const { reference } = marked.what;
      // Of Docker's client docker-cli-image speaks.
      if (isHardened(reference, options) || isDockerClient(reference)) return [];
      const counterpart = counterpartOf(reference, 'runtime');
      return counterpart === undefined || 'reason' in counterpart ? [] : [{ ...marked, counterpart }];
    });
    let edits: readonly Edit[] | undefined;
    const all = (): readonly Edit[] => (edits ??= found.flatMap((each) => editOf(each) ?? []));
    for (const each of found) {
      const { what, counterpart } = each;
      report({
        message: 'base',
        at: what.scalar.span,
        data: {
          image: what.reference.text,
          reference: counterpart.reference,
          more: counterpart.changes.map((change) => ` ${describeChange(change)}`).join(''),
        },
        findOffers: () => offersFor(each, all),
      });
    }
  },
});

interface Replaceable extends Marked<ServiceImage> {
  readonly counterpart: Counterpart;
}

function offersFor(each: Replaceable, all: () => readonly Edit[]): readonly (Fix | undefined)[] {
  const edit = editOf(each);
  if (edit === undefined) return [];
  const { reference, changes } = each.counterpart;
  const { length } = all();
  return [
    offer(`Change to ${reference}${changesInTitle(changes)}`, [edit], each),
    length > 1 ? offer(`Change all ${length} images that can be to hardened ones`, all(), each) : undefined,
  ];
}

function editOf({ what, services, counterpart }: Replaceable): Edit | undefined {
  const { scalar, reference, verbatim } = what;
  const { textStart: start } = scalar;
  if (!verbatim || start === undefined || reference.digest !== undefined) return undefined;
  if (!services.every((service) => fitsService(service, counterpart.listed.facts))) return undefined;
  return replace({ start, end: start + scalar.text.length }, counterpart.reference);
}

function offer(title: string, edits: readonly Edit[], { counterpart }: Replaceable): Fix | undefined {
  const { account } = counterpart.listed.facts;
  return fixOf(
    title,
    edits,
    `It runs as ${account.user} (${account.uid}): look at what it writes, at its ports and at what calls its programs.`,
  );
}
