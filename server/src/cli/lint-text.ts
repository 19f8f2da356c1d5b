import { type Finding } from '../service/finding';
import { type Service, type TextDocument } from '../service/service';
import { type Settings } from '../service/settings';
import { applyEdits } from '../text/edit';
import { Source } from '../text/source';
import { isRepairable } from './reporters/report';

/** A text and what there is to say about it. */
export interface Checked {
  readonly text: string;
  readonly source: Source;
  readonly findings: readonly Finding[];
}

export interface Linted {
  readonly before: Checked;
  /** The same as `before` where nothing was repaired. */
  readonly after: Checked;
  /** How many findings the repairs have settled. */
  readonly repaired: number;
}

/** Checks one text and, where `fix` is set, repairs it in memory. */
export async function lintText(
  service: Service,
  { settings, fix, ...document }: Omit<TextDocument, 'version'> & { settings: Settings; fix: boolean },
): Promise<Linted> {
  const check = async (text: string, version: number): Promise<Checked> => {
    const findings = await service.findings({ ...document, version, text }, settings);
    return { text, source: new Source(text), findings };
  };
  try {
    const before = await check(document.text, 1);
    if (!fix || !before.findings.some(isRepairable)) return { before, after: before, repaired: 0 };
    const edits = await service.fixAll({ ...document, version: 1 }, settings);
    const after = await check(applyEdits(document.text, edits), 2);
    const repaired = before.findings.filter(isRepairable).length - after.findings.filter(isRepairable).length;
    return { before, after, repaired: Math.max(0, repaired) };
  } finally {
    service.forget(document.uri);
  }
}
