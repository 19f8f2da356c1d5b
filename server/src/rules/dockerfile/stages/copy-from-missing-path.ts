import { type Instruction, type Stage } from '../../../dockerfile/model';
import { chainOf } from '../../../dockerfile/chain';
import { instructionsOf } from '../../../dockerfile/walk';
import { known, valueOf } from '../../../text/known';
import { resolvePath } from '../../../dockerfile/paths';
import { dockerfileRule } from '../../rule';

export const copyFromMissingPath = dockerfileRule({
  id: 'copy-from-missing-path',
  summary: 'What is copied from a stage must be there.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: 'The stage "{from}" starts empty, and nothing that it copies is put at {path} or below, so the build fails here.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    const places = new Map<Stage, readonly string[] | undefined>();
    for (const copy of instructionsOf(dockerfile, 'COPY')) {
      const stage = copy.from?.stage;
      if (stage === undefined) continue;
      if (!places.has(stage)) places.set(stage, contentsOf(stage));
      const contents = places.get(stage);
      if (contents === undefined) continue;
      for (const { text, span } of copy.sources) {
        const path = pathOf(text);
        if (path === undefined || contents.some((each) => mayHold(each, path))) continue;
        report({ message: 'base', at: span, data: { from: copy.from?.text ?? '', path } });
      }
    }
  },
});

/** Instructions that put no file into a stage. */
const harmless = new Set<Instruction['keyword']>([
  ...(['ARG', 'ENV', 'LABEL', 'USER', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'SHELL', 'EXPOSE'] as const),
  ...(['STOPSIGNAL', 'MAINTAINER'] as const),
]);

/** Where a stage without an image puts what it copies; absent where anything else could bring files. */
function contentsOf(stage: Stage): readonly string[] | undefined {
  const chain = chainOf(stage);
  if (chain.at(-1)?.base.isScratch !== true) return undefined;
  const paths: string[] = [];
  for (const instruction of chain.flatMap(({ instructions }) => instructions)) {
    if (harmless.has(instruction.keyword)) continue;
    const path = placeOf(instruction);
    if (path === undefined) return undefined;
    paths.push(path);
  }
  return paths;
}

function placeOf(instruction: Instruction): string | undefined {
  if (instruction.keyword === 'WORKDIR') return valueOf(instruction.path);
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return undefined;
  return valueOf(instruction.destinationPath);
}

/** The path that is asked for, from the root, up to its first wildcard; absent where a variable is in it. */
function pathOf(text: string): string | undefined {
  if (text.startsWith('<<') || /[$"'`\\]/.test(text)) return undefined;
  const wildcard = text.search(/[*?[]/);
  const certain = wildcard < 0 ? text : text.slice(0, text.lastIndexOf('/', wildcard) + 1);
  return valueOf(resolvePath(certain, known('/')));
}

/** Whether a path may come from what was put at a place: it is there, below it, or a folder above it. */
function mayHold(place: string, path: string): boolean {
  return isAtOrBelow(place, path) || isAtOrBelow(path, place);
}

function isAtOrBelow(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}
