import { HintedPattern } from '../../text/hinted-pattern';
import { type Suppression, type SuppressionComment } from './comment';

const form = new HintedPattern(/^bulwark[ \t]+(file-ignore|ignore)[ \t]*=[ \t]*/, 'bulwark');

/** Reads `# bulwark ignore=<id>[,<id>] [reason=…]` and `# bulwark file-ignore=<id>[,<id>]`. */
export function ownSuppression(comment: SuppressionComment): Suppression | undefined {
  const match = form.exec(comment.text);
  if (match === null) return undefined;
  const list = /^[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*/.exec(comment.text.slice(match[0].length))?.[0] ?? '';
  const listStart = comment.span.start + comment.prefix + match[0].length;
  const ids = [...list.matchAll(/[\w-]+/g)].map((part) => {
    const start = listStart + part.index;
    return { id: part[0], span: { start, end: start + part[0].length } };
  });
  return { tool: 'bulwark', scope: match[1] === 'ignore' ? 'target' : 'file', ids, comment };
}
