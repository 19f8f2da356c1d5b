import { instructionsOf } from '../../../dockerfile/walk';
import { replace } from '../../../text/edit';
import { dockerfileRule } from '../../rule';
import { isPlainSource } from './add-sources';

/**
 * Flags that ADD has and COPY lacks: https://docs.docker.com/reference/dockerfile/#add. It has no `from`: of that speaks
 * unknown-flag, and as COPY the line would copy from somewhere else.
 */
const notForCopy = new Set(['checksum', 'keep-git-dir', 'unpack', 'from']);

export const addInsteadOfCopy = dockerfileRule({
  id: 'add-instead-of-copy',
  summary: 'Files of the build context must be brought in by COPY and not by ADD.',
  severity: 'warning',
  fix: 'safe',
  messages: {
    base: 'ADD only copies here. COPY says so, and never downloads or unpacks what bears an unexpected name.',
  },
  sameAs: { hadolint: ['DL3020'], trivy: ['DS-0005'], checkov: ['CKV_DOCKER_4'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const instruction of instructionsOf(dockerfile, 'ADD', { triggers: true })) {
      if (instruction.sources.length === 0) continue;
      if (instruction.flags.some(({ name }) => notForCopy.has(name))) continue;
      if (!instruction.sources.every(({ text }) => isPlainSource(text))) continue;
      const { keywordSpan, keywordText } = instruction;
      const copy = keywordText === keywordText.toLowerCase() ? 'copy' : 'COPY';
      report({
        message: 'base',
        at: keywordSpan,
        fix: { title: `Replace ${keywordText} by ${copy}`, edits: [replace(keywordSpan, copy)] },
      });
    }
  },
});
