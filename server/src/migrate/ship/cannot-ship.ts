import { describeReason } from '../../image/counterpart/describe';
import { type HardenedBase } from '../hardened-base';
import { type Shipment } from '../languages/language';
import { whyUnknown } from '../packages/why-unknown';

/** Why nothing can take the place of the image below a stage. */
export function noImage({ stage, chain, none }: Shipment): string {
  const { base } = chain.at(-1) ?? stage;
  const why = none === undefined ? 'Nothing is known about this image.' : describeReason(none);
  return `There is no hardened image in place of \`${base.text}\`: ${why.charAt(0).toLowerCase()}${why.slice(1)}`;
}

/** Why packages that have to be there keep a stage from moving. */
export function needsPackages(names: readonly string[], runtime: HardenedBase): string {
  const all = [...new Set(names)];
  const list = all.map((name) => `\`${name}\``).join(', ');
  const reasons = all.flatMap((name) => whyUnknown(name) ?? []).map((why) => ` ${why}`);
  return `What runs needs ${list} from the package manager, and dhi.io/${runtime.repository} has none; which files belong to ${all.length > 1 ? 'them' : 'it'} is not known well enough to copy just these.${[...new Set(reasons)].join('')}`;
}

export function variableImage(text: string): string {
  return `What \`${text}\` stands for hangs on a variable whose value this file does not say.`;
}
