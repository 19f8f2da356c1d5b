import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { listed } from '../../../text/listed';
import { type ContextTree } from '../../../workspace/context-tree';
import { readDockerignore } from '../../../workspace/dockerignore';
import { dockerfileRule, type Fix, type Severity } from '../../rule';
import { certainTree } from '../context/context-copies';
import { ignoreFix } from '../context/ignore-edit';
import { linesFor } from '../context/ignore-lines';
import { contextSecrets, type ContextSecrets } from './context-secrets';

export const secretFileInContext = dockerfileRule({
  id: 'secret-file-in-context',
  summary: 'A copied folder must not bring secrets of the build context along.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'This copies {files} into the image too, readable by everybody who can pull it: .dockerignore does not leave {them} out.',
    builder:
      'This copies {files} into a layer of the build cache, and from there perhaps into what is built: .dockerignore does not leave {them} out.',
    history:
      'This copies .git into the image too: with it everybody who can pull the image has all that was ever committed, and perhaps the password of the remote.',
  },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    const tree = certainTree(dockerfile, context);
    if (tree === undefined) return;
    for (const secrets of contextSecrets(dockerfile, tree)) {
      const { argument, instruction } = secrets.source;
      const severity = severityOf(dockerfile, instruction.stage, secrets, tree);
      if (severity === undefined) continue;
      const { files, history } = secrets;
      const paths = history ? [...files, '.git'] : files;
      const message = files.length === 0 ? 'history' : severity === 'warning' ? 'base' : 'builder';
      report({
        message,
        at: argument.span,
        data:
          message === 'history' ? {} : { files: listed(paths, 3), them: paths.length === 1 ? 'it' : 'them' },
        severity,
        offers: [leaveOut(dockerfile, tree, paths)],
      });
    }
  },
});

/**
 * What is copied into a builder stays in the build cache, but a build may well put it into what it makes. The history
 * alone is nothing to speak of there; and where there is no .dockerignore at all, copy-whole-context says so.
 */
function severityOf(
  dockerfile: Dockerfile,
  stage: Stage | undefined,
  { files }: ContextSecrets,
  { dockerignore }: ContextTree,
): Severity | undefined {
  const ships = stage === undefined || dockerfile.ships(stage);
  if (files.length > 0) return ships ? 'warning' : 'info';
  return ships && dockerignore?.exists === true ? 'info' : undefined;
}

function leaveOut(dockerfile: Dockerfile, tree: ContextTree, paths: readonly string[]): Fix | undefined {
  if (tree.dockerignore?.exists === true)
    return ignoreFix(tree, `Leave ${listed(paths, 3)} out in .dockerignore`, paths);
  const lines = linesFor(dockerfile, tree);
  const rules = readDockerignore(lines.join('\n'));
  const further = paths.filter((path) => rules.ignores(path) !== true);
  return ignoreFix(tree, `Create a .dockerignore that leaves ${listed(paths, 3)} out`, [
    ...lines,
    ...further,
  ]);
}
