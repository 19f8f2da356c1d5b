import { chainOf } from '../../../dockerfile/chain';
import { type CopyInstruction } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { type Span } from '../../../text/span';
import { type ContextTree } from '../../../workspace/context-tree';
import { type DockerfileContext, type Fix, type Report } from '../../rule';
import { certainTree, contextSources } from '../context/context-copies';
import { copyTarget } from '../context/copy-target';
import { imageOf } from './started';

/**
 * Where the hardened nginx has the file, in the only folder below /run that is its user's.
 * @see https://github.com/docker-hardened-images/catalog/tree/main/package/main/nginx-mainline
 */
const own = '/run/nginx/nginx.pid';
/** Where upstream's and most people's configuration has it: https://nginx.org/en/docs/ngx_core_module.html#pid */
const usual = /(?:^|[;{}\n])[ \t]*pid[ \t]+((?:\/var)?\/run\/nginx\.pid)[ \t]*;/;

/** Configurations of nginx that name a pid file which its user cannot write. */
export function pidFiles(context: DockerfileContext<'source' | 'named' | 'pid'>): readonly Report<'pid'>[] {
  const { dockerfile } = context;
  const tree = certainTree(dockerfile, context.context);
  const seen = new Set<CopyInstruction>();
  return dockerfile.targets.flatMap((stage) => {
    const { facts } = stage.base;
    if (facts.hardened?.repository !== 'nginx' || stage.final.user.isRoot !== false) return [];
    if (stage.effective('ENTRYPOINT') !== undefined) return [];
    return chainOf(stage).flatMap((each) =>
      instructionsOf(each, 'COPY').flatMap((copy): readonly Report<'pid'>[] => {
        if (seen.has(copy)) return [];
        seen.add(copy);
        const found = inHeredoc(copy) ?? inContext(copy, context, tree);
        const user = valueOf(stage.final.user.name) ?? '';
        return found === undefined
          ? []
          : [
              {
                message: 'pid',
                at: found.at,
                data: { image: imageOf(stage), user, path: found.path },
                offers: [found.fix],
              },
            ];
      }),
    );
  });
}

interface PidFile {
  readonly at: Span;
  readonly path: string;
  readonly fix: Fix;
}

const title = `Change the pid file to ${own}`;
const configuration = '/etc/nginx/nginx.conf';

function inHeredoc(copy: CopyInstruction): PidFile | undefined {
  const [heredoc] = copy.heredocs;
  if (heredoc === undefined || valueOf(copy.destinationPath) !== configuration) return undefined;
  const found = pidIn(heredoc.body.text);
  if (found === undefined) return undefined;
  const at = heredoc.body.spanOf(found.start, found.end);
  return {
    at,
    path: heredoc.body.text.slice(found.start, found.end),
    fix: { title, edits: [replace(at, own)] },
  };
}

function inContext(
  copy: CopyInstruction,
  { dockerfile }: DockerfileContext<'source' | 'named' | 'pid'>,
  tree: ContextTree | undefined,
): PidFile | undefined {
  for (const { instruction, argument, path } of contextSources(dockerfile)) {
    if (instruction !== copy || copyTarget(copy, path) !== configuration) continue;
    const text = tree?.textOf(path);
    const found = text === undefined ? undefined : pidIn(text);
    if (tree === undefined || text === undefined || found === undefined) continue;
    const others = [{ uri: `${tree.folder}/${path}`, edits: [replace(found, own)] }];
    return { at: argument.span, path: text.slice(found.start, found.end), fix: { title, edits: [], others } };
  }
  return undefined;
}

function pidIn(text: string): Span | undefined {
  const match = usual.exec(text);
  if (match?.[1] === undefined) return undefined;
  const start = match.index + match[0].indexOf(match[1]);
  return { start, end: start + match[1].length };
}
