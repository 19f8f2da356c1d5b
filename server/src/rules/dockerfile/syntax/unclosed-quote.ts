import { type MappedText } from '../../../text/mapped';
import { type Dockerfile } from '../../../dockerfile/model';
import { dockerfileRule } from '../../rule';
import { allInstructions } from './all-instructions';

export const unclosedQuote = dockerfileRule({
  id: 'unclosed-quote',
  summary: 'Every quote must be closed.',
  severity: 'error',
  fix: 'none',
  messages: {
    base: 'This quote is never closed, so the build stops here. One that is meant as it is needs {escape} before it.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const { keyword, body } of allInstructions(dockerfile)) {
      if (!quoted.has(keyword)) continue;
      const at = openQuote(body, dockerfile.escape);
      if (at === undefined) continue;
      report({ message: 'base', at: body.spanOf(at, at + 1), data: { escape: dockerfile.escape } });
    }
  },
});

/** Instructions in whose words BuildKit takes quotes out. */
const quoted: ReadonlySet<string> = new Set(['ENV', 'LABEL', 'ARG', 'WORKDIR', 'USER', 'STOPSIGNAL']);

/** Where the quote stands that is open at the end. */
function openQuote({ text }: MappedText, escape: Dockerfile['escape']): number | undefined {
  if (!text.includes('"') && !text.includes("'")) return undefined;
  let open: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const quote = open === undefined ? '' : text.charAt(open);
    if (character === escape && quote !== "'") at++;
    else if (quote !== '') open = character === quote ? undefined : open;
    else if (character === '"' || character === "'") open = at;
  }
  return open;
}
