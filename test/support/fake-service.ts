import { type Finding } from '../../server/src/service/finding';
import { type Action, type Service } from '../../server/src/service/service';
import { type Fix } from '../../server/src/rules/rule';

/** A finding at the first four characters of a document. */
export const someFinding: Finding = {
  rule: 'some-rule',
  language: 'dockerfile',
  severity: 'warning',
  message: 'Something is wrong.',
  span: { start: 0, end: 4 },
  fixKind: 'offer',
  offers: [],
  related: [],
  url: 'https://example.com/some-rule',
};

/** What no real rule does at present, or not on demand: for how the protocol deals with it. */
export function fakeService(parts: Partial<Service>): () => Service {
  return () => ({
    findings: () => Promise.resolve([]),
    silenced: () => Promise.resolve([]),
    actions: () => Promise.resolve([]),
    fixAll: () => Promise.resolve([]),
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
    ...parts,
  });
}

export function quickFix(fix: Fix): Action {
  return { fix, kind: 'quickfix', findings: [someFinding], preferred: true };
}
