import { type Finding } from '../../server/src/service/finding';
import { type Service, type TextDocument } from '../../server/src/service/service';
import { type Settings } from '../../server/src/service/settings';
import { type Edit } from '../../server/src/text/edit';

/**
 * A service that finds words: `ERROR`, `WARNING`, `INFO` and `HINT` at those severities, and `SAFE`, a warning whose fix
 * writes `done` in its place. `THROWS` makes it tell its log of a failure.
 */
export function wordService(_host: unknown, log: (message: string) => void): Service {
  const findingsOf = ({ text, language }: TextDocument, settings: Settings): Finding[] => {
    if (!settings.enable) return [];
    if (text.includes('THROWS')) log('Rule word failed and is left out: no reason');
    return [...text.matchAll(/\b(?:ERROR|WARNING|INFO|HINT|SAFE)\b/g)].flatMap(
      ({ 0: word, index }): Finding[] => {
        const span = { start: index, end: index + word.length };
        const safe = word === 'SAFE';
        const severity = safe ? 'warning' : (word.toLowerCase() as Finding['severity']);
        if (settings.profile === 'minimal' && severity !== 'error') return [];
        return [
          {
            rule: `word-${word.toLowerCase()}`,
            language,
            severity,
            message: `The word ${word} stands here.`,
            span,
            fixKind: safe ? 'safe' : word === 'ERROR' ? 'offer' : 'none',
            ...(safe ? { fix: { title: 'Write done', edits: [{ span, newText: 'done' }] } } : {}),
            offers: [],
            related: [],
            url: 'https://example.com/',
          },
        ];
      },
    );
  };
  return {
    findings: (document, settings) => Promise.resolve(findingsOf(document, settings)),
    silenced: () => Promise.resolve([]),
    actions: () => Promise.resolve([]),
    fixAll: (document, settings) => {
      const edits = findingsOf(document, settings).flatMap(({ fix }): readonly Edit[] => fix?.edits ?? []);
      return Promise.resolve(edits);
    },
    migration: () => Promise.resolve(undefined),
    images: () => Promise.resolve([]),
    imageCompletions: () => Promise.resolve([]),
    composeScene: () => Promise.resolve(undefined),
    stageSpots: () => Promise.resolve([]),
    commandFacts: () => Promise.resolve(undefined),
    debugSidecar: () => Promise.resolve(undefined),
    ignoreFile: () => Promise.resolve(undefined),
    forget: () => undefined,
    forgetSurroundings: () => [],
  };
}
