import { type ImageReference } from './reference';

/**
 * What follows from a reference and one thing beside it that seldom becomes another, such as the settings or the day. It is kept
 * with the reference until that thing does: references are read once for each text, so that many looks ask for the same one.
 */
export function keptWith<Beside, Fact>(
  read: (reference: ImageReference, beside: Beside) => Fact,
): (reference: ImageReference, beside: Beside) => Fact {
  const kept = new WeakMap<ImageReference, { readonly beside: Beside; readonly fact: Fact }>();
  return (reference, beside) => {
    const before = kept.get(reference);
    if (before !== undefined && before.beside === beside) return before.fact;
    const fact = read(reference, beside);
    kept.set(reference, { beside, fact });
    return fact;
  };
}
