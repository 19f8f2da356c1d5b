import { isScalar, isSeq, parseDocument } from 'yaml';

/** The rules that the text of a `.hadolint.yaml` ignores: `DL3008`. None where it is broken. */
export function ignoredIn(text: string): readonly string[] {
  const ignored = parseDocument(text, { prettyErrors: false, logLevel: 'silent' }).get('ignored');
  if (!isSeq(ignored)) return [];
  return ignored.items.flatMap((item) =>
    isScalar(item) && typeof item.value === 'string' ? [item.value] : [],
  );
}
