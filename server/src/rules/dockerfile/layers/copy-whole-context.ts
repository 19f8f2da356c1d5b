import { dockerfileRule } from '../../rule';
import { certainTree, contextSources } from '../context/context-copies';
import { ignoreFix } from '../context/ignore-edit';
import { linesFor } from '../context/ignore-lines';
import { contextSecrets } from '../secrets/context-secrets';
import { copiedVenvs } from '../uv/context-venvs';

export const copyWholeContext = dockerfileRule({
  id: 'copy-whole-context',
  summary: 'A build that copies its whole context must have a `.dockerignore`.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'This copies everything that lies beside the Dockerfile, today or some day: history, local settings, what builds left. A .dockerignore says what stays out.',
  },
  sameAs: { sonar: ['S6470'] },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    if (context.tree?.dockerignore?.exists !== false || context.has('.dockerignore') === undefined) return;
    const whole = contextSources(dockerfile).find(
      ({ path, instruction }) => path === '' && instruction.flags.every(({ name }) => name !== 'exclude'),
    );
    if (whole === undefined) return;
    const tree = certainTree(dockerfile, context);
    if (tree === undefined) return;
    // What is known to come along weighs more, and secret-file-in-context names it.
    if (contextSecrets(dockerfile, tree).some(({ files }) => files.length > 0)) return;
    // So does the environment of the host, which uv-venv-in-context speaks of.
    if (copiedVenvs(dockerfile, tree).some(({ source }) => source === whole)) return;
    report({
      message: 'base',
      at: whole.argument.span,
      findOffers: () => [ignoreFix(tree, 'Create a .dockerignore', linesFor(dockerfile, tree))],
    });
  },
});
