import { type Dockerfile } from '../../../dockerfile/model';
import { type ContextTree } from '../../../workspace/context-tree';
import { readDockerignore } from '../../../workspace/dockerignore';
import { dockerfileRule, type Fix } from '../../rule';
import { certainTree } from '../context/context-copies';
import { ignoreFix } from '../context/ignore-edit';
import { linesFor } from '../context/ignore-lines';
import { copiedVenvs } from './context-venvs';

export const uvVenvInContext = dockerfileRule({
  id: 'uv-venv-in-context',
  summary: 'The virtual environment of the host must not be copied into the image.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: "This copies {path} too, the environment of the host, whose interpreter and binaries are not the image's: .dockerignore must leave it out.",
  },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    const tree = certainTree(dockerfile, context);
    if (tree === undefined || context.has('.dockerignore') === undefined) return;
    for (const { source, path } of copiedVenvs(dockerfile, tree))
      report({
        message: 'base',
        at: source.argument.span,
        data: { path },
        offers: [leaveOut(dockerfile, tree, path)],
      });
  },
});

function leaveOut(dockerfile: Dockerfile, tree: ContextTree, path: string): Fix | undefined {
  if (tree.dockerignore?.exists === true) return ignoreFix(tree, `Add "${path}" to .dockerignore`, [path]);
  const lines = linesFor(dockerfile, tree);
  const isThere = readDockerignore(lines.join('\n')).ignores(path) === true;
  return ignoreFix(
    tree,
    `Create a .dockerignore that leaves ${path} out`,
    isThere ? lines : [...lines, path],
  );
}
