import { copiedPaths } from '../../../dockerfile/copied-paths';
import { type InstructionLine } from '../../../dockerfile/instruction-line';
import { type Argument, type CopyInstruction, type Dockerfile } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { instructionsOf } from '../../../dockerfile/walk';
import { hasAnyOf } from '../../../text/has-any-of';
import { HintedPattern } from '../../../text/hinted-pattern';
import { unquoted } from '../../../text/unquoted';
import { type BuildContext } from '../../../workspace/context';
import { type ContextTree } from '../../../workspace/context-tree';

/** A source of a COPY or ADD that names a path of the build context. */
export interface ContextSource {
  readonly instruction: CopyInstruction;
  readonly argument: Argument;
  /** As written, without quotes. */
  readonly text: string;
  /** Relative to the context, with forward slashes; `''` for all of it; may hold wildcards. */
  readonly path: string;
  /** Whether the path is a pattern. */
  readonly isPattern: boolean;
}

/**
 * What is copied from the build context: not from stages, images, addresses or heredocs, nor what a trigger copies from
 * the context of another build. Sources that hang on variables are left out.
 */
export const contextSources = factOf((dockerfile: Dockerfile): readonly ContextSource[] => {
  const found: ContextSource[] = [];
  for (const instruction of instructionsOf(dockerfile, ['COPY', 'ADD']))
    for (const { argument, text, path, isPattern } of sourcesIn(instruction.written))
      found.push({ instruction, argument, text, path, isPattern });
  return found;
});

const sourcesIn = factOf((line: InstructionLine): readonly Omit<ContextSource, 'instruction'>[] => {
  const { sources, destination } = copiedPaths(line);
  if (destination === undefined || line.flags.some(({ name }) => name === 'from')) return [];
  const isAdd = line.keyword.toUpperCase() === 'ADD';
  return sources.flatMap((argument) => {
    const text = unquoted(argument.text);
    const path = contextPath(text);
    if (path === undefined || (isAdd && /^[\w.-]+@[\w.-]+:|^github\.com\//.test(text))) return [];
    return { argument, text, path, isPattern: hasAnyOf(path, '*?[\\') };
  });
});

const address = new HintedPattern(/^[a-z][a-z\d+.-]*:\/\//i, '://');

function contextPath(text: string): string | undefined {
  if (text === '' || text.includes('$') || text.startsWith('<<') || address.test(text)) return undefined;
  const parts = text.split('/').filter((part) => part !== '' && part !== '.');
  return parts.includes('..') ? undefined : parts.join('/');
}

/**
 * The build context, as far as it is certain which folder it is: not where the file copies something that lies in no
 * folder but one above (`docker build -f docker/Dockerfile .`).
 */
export function certainTree(dockerfile: Dockerfile, context: BuildContext): ContextTree | undefined {
  const { tree } = context;
  if (tree === undefined) return undefined;
  const isElsewhere = contextSources(dockerfile).some(({ path, isPattern }) => {
    const [first = ''] = path.split('/');
    return !isPattern && first !== '' && context.has(first) === undefined;
  });
  return isElsewhere ? undefined : tree;
}
