import { removeInstruction } from '../../../dockerfile/edits';
import { type Dockerfile, type Instruction } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { contains } from '../../../text/span';
import { type Report } from '../../rule';

/** Instructions of which a stage keeps only the last. */
type LastOneWins = 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK';

/** A report for every instruction with this keyword that a later one of the same stage puts out of force. */
export function overridden(dockerfile: Dockerfile, keyword: LastOneWins): readonly Report<'base'>[] {
  return dockerfile.stages.flatMap((stage) => {
    const all = instructionsOf(stage, keyword);
    const last = all.at(-1);
    if (last === undefined) return [];
    return all.slice(0, -1).map((each): Report<'base'> => {
      const fix = { title: `Remove this ${keyword}`, edits: [removeInstruction(dockerfile, each)] };
      const holdsComments = hasComments(dockerfile, each);
      return {
        message: 'base',
        at: each.keywordSpan,
        fix: holdsComments ? undefined : fix,
        offers: holdsComments ? [fix] : [],
        related: [{ at: last.keywordSpan, text: `This ${keyword} is the one that counts.` }],
        tag: 'unnecessary',
      };
    });
  });
}

/** Comment lines between the instruction's continued lines would go with it. */
function hasComments({ comments }: Dockerfile, { span }: Instruction): boolean {
  return comments.some((comment) => contains(span, comment.span));
}
