import { type Dockerfile, type Heredoc } from '../../../dockerfile/model';
import { insert, replace } from '../../../text/edit';
import { closest } from '../../../text/nearest';
import { dockerfileRule, type Fix } from '../../rule';

export const unclosedHeredoc = dockerfileRule({
  id: 'unclosed-heredoc',
  summary: 'A here-document must end with its own name, alone on a line.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: 'No line holds {name} and nothing else, so all the rest of the file belongs to this here-document and the build stops.',
    near: 'No line holds {name} and nothing else: line {line} has "{found}". All the rest of the file belongs to this here-document.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const instruction of dockerfile.instructions) {
      // All that follow the first open one are open for its sake.
      const heredoc = instruction.heredocs.find(({ closed }) => !closed);
      if (heredoc === undefined) continue;
      const { name, openSpan: at } = heredoc;
      const near = nearLine(dockerfile, heredoc);
      report({
        message: near === undefined ? 'base' : 'near',
        at,
        data: { name, line: near === undefined ? 0 : near.line + 1, found: near?.text ?? '' },
        offers: [near?.fix ?? addEnd(dockerfile, heredoc)],
      });
    }
  },
});

interface NearLine {
  readonly line: number;
  readonly text: string;
  readonly fix: Fix;
}

/** A line that was to be the end: the name with blanks around it, in another case, misspelt. */
function nearLine({ source }: Dockerfile, { name, bodySpan }: Heredoc): NearLine | undefined {
  const last = source.lineAt(bodySpan.end);
  for (let line = source.lineAt(bodySpan.start); line <= last; line++) {
    const span = source.lineSpan(line);
    const text = source.slice(span);
    const word = text.trim();
    if (!/^\w+;?$/.test(word) || closest(word, [name]) === undefined) continue;
    return { line, text, fix: { title: `Change line ${line + 1} to ${name}`, edits: [replace(span, name)] } };
  }
  return undefined;
}

function addEnd({ source }: Dockerfile, { name, bodySpan, openSpan }: Heredoc): Fix {
  const end = Math.max(bodySpan.end, source.fullLineSpan(source.lineAt(openSpan.end)).end);
  const lineEnd = source.text.slice(0, end).endsWith('\n') ? '' : source.eol;
  return { title: `Add ${name} at the end`, edits: [insert(end, `${lineEnd}${name}${source.eol}`)] };
}
