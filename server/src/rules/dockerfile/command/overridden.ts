import { removeInstruction } from '../../../dockerfile/edits';
import { type Dockerfile, type Instruction } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { contains } from '../../../text/span';
import { type Report } from '../../rule';

/** Instructions of which a stage keeps only the last. */
type LastOneWins = 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK';

/** A report for every instruction with this keyword that a later one of the same stage puts out of force. */
export function overridden(dockerfile: Dockerfile, keyword: LastOneWins): readonly Report<'base'>[] {
  const reports: Report<'base'>[] = [];
  for (const stage of dockerfile.stages) {
    const all = instructionsOf(stage, keyword);
    const last = all.at(-1);
    for (const each of all)
      if (last !== undefined && each !== last) reports.push(reportOf(each, last, dockerfile));
  }
  return reports;
}

function reportOf(each: Instruction, last: Instruction, dockerfile: Dockerfile): Report<'base'> {
  const { keyword } = last;
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
}

/** Comment lines between the instruction's continued lines would go with it. */
function hasComments({ comments }: Dockerfile, { span }: Instruction): boolean {
  return comments.some((comment) => contains(span, comment.span));
}
