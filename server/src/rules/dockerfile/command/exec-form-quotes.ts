import { addLineBefore } from '../../../dockerfile/edits';
import { type Dockerfile, type Instruction } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { remove } from '../../../text/edit';
import { type MappedText } from '../../../text/mapped';
import { type Source } from '../../../text/source';
import { dockerfileRule, type Fix } from '../../rule';
import { brokenJson, type BrokenJson } from './json-attempt';

export const execFormQuotes = dockerfileRule({
  id: 'exec-form-quotes',
  summary: 'What is meant as a JSON array must be one.',
  severity: 'error',
  fix: 'safe',
  messages: {
    quotes:
      'JSON wants double quotes around this. As it is, {keyword} takes the brackets for a part of {what}.',
    escape:
      'A backslash must be doubled in JSON. As it is, {keyword} takes the brackets and quotes for a part of {what}.',
    comma:
      'A comma is missing before this. As it is, {keyword} takes the brackets and quotes for a part of {what}.',
    surplus:
      'No comma may stand here in JSON. As it is, {keyword} takes the brackets and quotes for a part of {what}.',
    unclosed:
      'The closing bracket is missing after this. As it is, {keyword} takes the bracket and quotes for a part of {what}.',
    comment:
      'A comment cannot follow on the line. With it, {keyword} takes the brackets and quotes for a part of {what}.',
    after:
      'Nothing may follow the array. With this, {keyword} takes the brackets and quotes for a part of {what}.',
  },
  sameAs: { tally: ['invalid-json-form'] },
  since: '0.1.0',
  check({ dockerfile, source, report }) {
    for (const instruction of instructionsOf(dockerfile, takesJson, { triggers: true })) {
      const text = jsonText(instruction);
      const broken = text && brokenJson(text, instruction.keyword);
      if (broken === undefined) continue;
      const [first] = broken.faults;
      report({
        message: first.kind,
        at: first.span,
        data: {
          keyword: instruction.keyword,
          what: takesPaths.has(instruction.keyword) ? 'the paths' : 'the command',
        },
        fix: fixFor(broken, instruction, dockerfile, source),
      });
    }
  },
});

const takesPaths = new Set(['COPY', 'ADD', 'VOLUME']);
const takesJson = ['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'SHELL', 'VOLUME', 'COPY', 'ADD'] as const;

/** The text that may be a JSON array and is none. */
function jsonText(instruction: Instruction): MappedText | undefined {
  const { body } = instruction;
  if (instruction.keyword === 'HEALTHCHECK') {
    if (instruction.command === undefined || instruction.command.json !== undefined) return undefined;
    return body.slice(/^\S+\s*/.exec(body.text)?.[0].length ?? 0, body.text.length);
  }
  return body.text.startsWith('[') && instruction.json === undefined ? body : undefined;
}

function fixFor(
  { faults, edits = [] }: BrokenJson,
  instruction: Instruction,
  dockerfile: Dockerfile,
  source: Source,
): Fix | undefined {
  const title = 'Write it as a JSON array';
  const behind = faults.find(({ kind }) => kind === 'after' || kind === 'comment');
  if (behind === undefined) return edits.length > 0 ? { title, edits } : undefined;
  const comment = source.slice(behind.span);
  if (behind.kind === 'after' || comment.includes('\n') || (edits.length === 0 && faults.length > 1))
    return undefined;
  let start = behind.span.start;
  while (/[ \t]/.test(source.text.charAt(start - 1))) start--;
  // A comment has a line of its own.
  const moved = [remove({ start, end: behind.span.end }), addLineBefore(dockerfile, instruction, comment)];
  return { title, edits: [...edits, ...moved] };
}
