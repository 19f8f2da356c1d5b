import { removeSpan } from '../../../shell/edits';
import { instructionsOf } from '../../../dockerfile/walk';
import { dockerfileRule } from '../../rule';

export const onbuildTriggerInvalid = dockerfileRule({
  id: 'onbuild-trigger-invalid',
  summary: 'ONBUILD must have an instruction that can be a trigger.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: '{keyword} cannot be a trigger, so the build stops here.',
    unknown: 'There is no instruction "{keyword}", so the build stops here.',
  },
  since: '0.1.0',
  check({ dockerfile, source, report }) {
    for (const { keywordSpan, trigger } of instructionsOf(dockerfile, 'ONBUILD')) {
      if (trigger === undefined || !refused.has(trigger.keyword)) continue;
      const isUnknown = trigger.keyword === 'UNKNOWN';
      const isDouble = trigger.keyword === 'ONBUILD';
      report({
        message: isUnknown ? 'unknown' : 'base',
        at: trigger.keywordSpan,
        data: { keyword: isUnknown ? trigger.keywordText : trigger.keyword },
        offers: isDouble ? [{ title: 'Remove one ONBUILD', edits: [removeSpan(source, keywordSpan)] }] : [],
      });
    }
  },
});

/** https://docs.docker.com/reference/dockerfile/#onbuild-limitations */
const refused: ReadonlySet<string> = new Set(['ONBUILD', 'FROM', 'MAINTAINER', 'UNKNOWN']);
