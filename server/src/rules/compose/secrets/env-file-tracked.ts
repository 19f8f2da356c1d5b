import { envFileUri } from '../../../workspace/tracked-secrets';
import { composeRule } from '../../rule';
import { markedTexts } from '../marked';

export const envFileTracked = composeRule({
  id: 'env-file-tracked',
  summary: 'A file of variables with secrets must not be in git.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: 'Git tracks this file, and {name} stands in it: whoever may read the repository has it. Take it out with git rm --cached, list it in .gitignore, and change what it held.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const { trackedSecrets } = context;
    if (trackedSecrets === undefined || trackedSecrets.size === 0) return;
    for (const { what } of markedTexts(
      compose,
      ({ envFiles }) => envFiles,
      ({ span }) => span,
    )) {
      const name = trackedSecrets.get(envFileUri(compose, what) ?? '');
      if (name !== undefined) report({ message: 'base', at: what.span, data: { name } });
    }
  },
});
