import { findSecretValues, secretHints } from '../../../text/secret-values';
import { dockerfileRule } from '../../rule';

export const secretValue = dockerfileRule({
  id: 'secret-value',
  summary: 'A secret must not be written into the file.',
  severity: 'error',
  fix: 'none',
  messages: {
    base: 'This looks like {kind}. Everybody who can read this file, or pull the image, has it now: revoke it, and hand the new one over with a secret mount.',
  },
  sameAs: { tally: ['secrets-in-code'] },
  since: '0.1.0',
  mentions: secretHints,
  check({ source, report }) {
    for (const { kind, start, end, example } of findSecretValues(source.text))
      if (!example) report({ message: 'base', at: { start, end }, data: { kind } });
  },
});
