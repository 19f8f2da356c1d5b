import { hasAnyOf } from '../../../text/has-any-of';
import { type ContextTree } from '../../../workspace/context-tree';
import { readPattern } from '../../../workspace/ignore-pattern';
import { dockerfileRule } from '../../rule';
import { certainTree, contextSources, type ContextSource } from '../context/context-copies';
import { ignoreFix } from '../context/ignore-edit';
import { secretFile, secretFolder } from '../secrets/secret-files';

export const copyIgnored = dockerfileRule({
  id: 'copy-ignored',
  summary: 'What is copied must not be left out by `.dockerignore`.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: 'The build does not find "{path}": the line "{line}" of {file} leaves it out.',
    pattern: 'The build finds nothing that fits "{path}": {file} leaves all of it out.',
  },
  sameAs: { buildkit: ['CopyIgnoredFile'] },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    const tree = certainTree(dockerfile, context);
    if (tree?.dockerignore?.exists !== true) return;
    const { uri } = tree.dockerignore;
    const file = uri.slice(uri.lastIndexOf('/') + 1);
    for (const source of contextSources(dockerfile)) {
      if (!isLeftOut(source, tree)) continue;
      const { path, argument, isPattern } = source;
      report({
        message: isPattern ? 'pattern' : 'base',
        at: argument.span,
        data: { path, file, line: tree.rules?.deciding(path) ?? '' },
        offers:
          isPattern || isSecret(path, tree)
            ? []
            : [ignoreFix(tree, `Add "!${path}" to ${file}`, [`!${path}`])],
      });
    }
  },
});

/** What had better stay left out: an image that has it gives it to everybody. */
function isSecret(path: string, tree: ContextTree): boolean {
  return (secretFolder(path) ?? secretFile(path, tree.textOf(path))) !== undefined;
}

/** A pattern that fits more than this is not looked at. */
const mostFitting = 200;

/** Whether nothing at all is left of it. Of a pattern it must be known what fits. */
function isLeftOut({ path, isPattern }: ContextSource, tree: ContextTree): boolean {
  const mayReinclude = (each: string): boolean => tree.rules?.mayReinclude(each) !== false;
  if (!isPattern) return path !== '' && tree.ignored(path) === true && !mayReinclude(path);
  const pattern = path.includes('**') ? undefined : readPattern(path);
  const fitting = pattern && tree.entries.filter((entry) => pattern.matches(entry.path));
  if (fitting === undefined || fitting.length === 0 || fitting.length > mostFitting) return false;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const isComplete = !hasAnyOf(folder, '*?[\\') && tree.exists(folder === '' ? '?' : `${folder}/?`) === false;
  return (
    isComplete && fitting.every((entry) => tree.ignored(entry.path) === true && !mayReinclude(entry.path))
  );
}
