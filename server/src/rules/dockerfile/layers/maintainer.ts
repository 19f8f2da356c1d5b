import { instructionsOf } from '../../../dockerfile/walk';
import { replace } from '../../../text/edit';
import { unquoted } from '../../../text/unquoted';
import { dockerfileRule } from '../../rule';

/** https://github.com/opencontainers/image-spec/blob/main/annotations.md */
const label = 'org.opencontainers.image.authors';

export const maintainer = dockerfileRule({
  id: 'maintainer',
  summary: 'The author must be named by a label and not by MAINTAINER.',
  severity: 'hint',
  fix: 'safe',
  messages: { base: 'MAINTAINER is deprecated: no tool of today shows it. The label {label} says the same.' },
  sameAs: {
    hadolint: ['DL4000'],
    buildkit: ['MaintainerDeprecated'],
    trivy: ['DS-0022'],
    checkov: ['CKV_DOCKER_6'],
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    const { escape } = dockerfile;
    for (const instruction of instructionsOf(dockerfile, 'MAINTAINER')) {
      const { keywordSpan, keywordText, headSpan, text } = instruction;
      if (text.text === '') continue;
      const author = unquoted(text.text).replace(/\s+/g, ' ');
      // In a label, unlike here, variables and escapes mean something.
      const value = author.replace(/["$\\`]/g, (sign) =>
        sign === escape || sign === '"' || sign === '$' ? `${escape}${sign}` : sign,
      );
      const keyword = keywordText === keywordText.toLowerCase() ? 'label' : 'LABEL';
      report({
        message: 'base',
        at: keywordSpan,
        data: { label },
        fix: {
          title: `Change to ${keyword} ${label}`,
          edits: [replace(headSpan, `${keyword} ${label}="${value}"`)],
        },
        tag: 'deprecated',
      });
    }
  },
});
