import { type Source } from '../text/source';
import { type Plan, type Reason, type Refusal } from './plan';

/** A plan as Markdown that also reads well as plain text. */
export function planText(result: Plan | Refusal, source: Source): string {
  if (result.kind === 'refusal')
    return ['Nothing is changed:', '', ...result.reasons.map((reason) => `- ${reason}`), ''].join('\n');
  const { steps, newFiles, others, unresolved } = result;
  if (steps.length === 0 && newFiles.length === 0)
    return ['Nothing to do: what ships stands on hardened images.', '', ...openLines(result, source)].join(
      '\n',
    );
  const lines: string[] = [];
  for (const [index, step] of steps.entries()) {
    lines.push(...reasonLines(step, `${index + 1}. `));
    for (const part of step.parts ?? []) lines.push(...reasonLines(part, '   - '), '');
  }
  const further = [
    ...others,
    ...newFiles.map((file) => ({ ...file, title: `${file.title}: new file \`${file.path}\`` })),
  ];
  for (const [index, reason] of further.entries())
    lines.push(...reasonLines(reason, `${steps.length + index + 1}. `));
  if (unresolved.length > 0) lines.push(...openLines(result, source));
  return `${lines.join('\n').trimEnd()}\n`;
}

function reasonLines({ title, why, confirm }: Reason, bullet: string): readonly string[] {
  const indent = ' '.repeat(bullet.length);
  return [
    `${bullet}**${title}.** ${why}`,
    ...(confirm === undefined ? [] : [`${indent}*Needs confirmation:* ${confirm}`]),
    ...(bullet.trim() === '-' ? [] : ['']),
  ];
}

function openLines({ unresolved }: Plan, source: Source): readonly string[] {
  if (unresolved.length === 0) return [];
  return [
    'Left for you to decide:',
    '',
    ...unresolved.map(({ at, text }) => `- Line ${source.lineAt(at.start) + 1}: ${text}`),
    '',
  ];
}
