import { type ImageSite } from './sites';
import { libcWords, shellWords, userWords, variantWords } from './words';

/** What stands behind a FROM: `runtime · nonroot 65532 · no shell · glibc`. */
export interface ImageHint {
  /** Offset that it stands behind. */
  readonly at: number;
  readonly text: string;
}

/** One hint for each stage whose image something is known about. */
export function imageHints(sites: readonly ImageSite[]): readonly ImageHint[] {
  return sites.flatMap(({ use, facts, span }) => {
    if (use.kind !== 'base') return [];
    const shell = facts.shell.state === 'known' ? 'shell' : shellWords(facts);
    const words = [variantWords(facts), userWords(facts), shell, libcWords(facts)];
    const text = words.filter((word) => word !== undefined).join(' · ');
    return text === '' ? [] : [{ at: span.end, text }];
  });
}
