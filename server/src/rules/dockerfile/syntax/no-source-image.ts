import { dockerfileRule } from '../../rule';
import { isPlainDockerfile } from './known-frontend';

export const noSourceImage = dockerfileRule({
  id: 'no-source-image',
  summary: 'FROM must stand before every other instruction but ARG.',
  severity: 'error',
  fix: 'none',
  messages: {
    base: '{keyword} stands in no stage, so the build stops here: only ARG may come before the first FROM.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    if (!isPlainDockerfile(dockerfile)) return;
    const first = dockerfile.instructions.find(({ keyword }) => keyword !== 'ARG');
    // One fault: what follows has the same cause.
    if (first === undefined || first.keyword === 'FROM' || first.keyword === 'UNKNOWN') return;
    report({ message: 'base', at: first.keywordSpan, data: { keyword: first.keyword } });
  },
});
