import { insertAfter } from '../../../shell/edits';
import { dockerfileRule } from '../../rule';
import { leftCaches } from './cache-left';
import { spanOfCall } from './package-runs';

const flag = '--no-cache-dir';

export const pipNoCache = dockerfileRule({
  id: 'pip-no-cache',
  summary: '`pip` must not leave its cache in the layer.',
  severity: 'info',
  fix: 'safe',
  messages: {
    base: 'What pip downloads and builds stays in its cache, and the layer ships it, though nobody reads it again.',
  },
  sameAs: { hadolint: ['DL3042'] },
  since: '0.1.0',
  mentions: ['pip'],
  check(context) {
    for (const { call } of leftCaches(context, ['pip'])) {
      const edit = insertAfter(context.source, call.verb, ` ${flag}`);
      context.report({
        message: 'base',
        at: spanOfCall(call),
        fix: edit && { title: `Add ${flag}`, edits: [edit] },
      });
    }
  },
});
