import { type CopyInstruction } from '../../../dockerfile/model';
import { resolvePath } from '../../../dockerfile/paths';
import { instructionsOf } from '../../../dockerfile/walk';
import { insert } from '../../../text/edit';
import { HintedPattern } from '../../../text/hinted-pattern';
import { valueOf } from '../../../text/known';
import { unquoted } from '../../../text/unquoted';
import { dockerfileRule } from '../../rule';

export const copyDestinationSlash = dockerfileRule({
  id: 'copy-destination-slash',
  summary: 'The destination of several sources must be a folder and end with `/`.',
  severity: 'error',
  fix: 'safe',
  messages: {
    base: '{count} sources go to "{destination}", which does not end with "/": unless the image has such a folder, each overwrites the one before.',
    folder:
      '{count} sources go to "{destination}", which does not end with "/". It is a folder here, yet builders other than BuildKit refuse this.',
  },
  sameAs: { hadolint: ['DL3021'], trivy: ['DS-0011'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const instruction of instructionsOf(dockerfile, ['COPY', 'ADD'], { triggers: true })) {
      const { destination, sources } = instruction;
      if (destination === undefined || sources.length < 2) continue;
      const bare = unquoted(destination.text);
      if (!isNoFolder(bare)) continue;
      const isQuoted = instruction.json !== undefined || bare !== destination.text;
      const isFolder = isWorkdir(bare, instruction);
      report({
        message: isFolder ? 'folder' : 'base',
        at: destination.span,
        data: { count: sources.length, destination: bare },
        severity: isFolder ? 'warning' : undefined,
        fix: {
          title: `Change to "${bare}/"`,
          edits: [insert(destination.span.end - (isQuoted ? 1 : 0), '/')],
        },
      });
    }
  },
});

/**
 * Whether the path certainly does not end with a slash. A variable at its end may bring one, and BuildKit takes `.` for a
 * folder: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go
 */
function isNoFolder(path: string): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1);
  return !['', '.', '..'].includes(last) && !path.endsWith('\\') && !variableAtEnd.test(path);
}

const variableAtEnd = new HintedPattern(/\$(?:\w+|\{[^}]*\})$/, '$');

/** Whether the path is the work dir, one above, or lies around one, so that the folder is there. */
function isWorkdir(path: string, instruction: CopyInstruction): boolean {
  const { stage } = instruction;
  if (stage === undefined || instruction.onbuild !== undefined || path.includes('$')) return false;
  const { workdir } = stage.before(instruction);
  const target = valueOf(resolvePath(path, workdir));
  if (target === undefined) return false;
  const above = instructionsOf(stage, 'WORKDIR').filter(({ index }) => index < instruction.index);
  return [workdir, ...above.map((each) => each.path)]
    .map((each) => valueOf(each) ?? '')
    .some((each) => each === target || each.startsWith(`${target}/`));
}
