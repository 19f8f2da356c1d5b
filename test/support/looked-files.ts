import { type Finding } from '../../server/src/service/finding';
import { type LookedFile } from '../../server/src/service/report/model';
import { Source } from '../../server/src/text/source';

/** What is said of a finding, besides the text that it is at. */
export type SaidOf = Partial<Finding> & { readonly rule: string };

/** A file that was looked at; each finding is at the first place of a text. */
export function lookedFile(
  path: string,
  text: string,
  findings: readonly [at: string, said: SaidOf][],
): LookedFile {
  const source = new Source(text);
  const language = path.endsWith('.yaml') ? 'compose' : 'dockerfile';
  return {
    path,
    uri: `file:///w/${encodeURI(path)}`,
    language,
    source,
    findings: findings.map(([at, said]) => {
      const start = text.indexOf(at);
      return {
        language,
        severity: 'warning',
        message: `Not ${at}.`,
        span: { start, end: start + at.length },
        fixKind: 'none',
        offers: [],
        related: [],
        url: `https://example.com/#${said.rule}`,
        ...said,
      };
    }),
  };
}
