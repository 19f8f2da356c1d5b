import { type Instruction } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { replace } from '../../../text/edit';
import { type MappedText } from '../../../text/mapped';
import { type OffSwitch } from './off-switch';

/**
 * A line of a configuration file that is written by echo, by a heredoc of RUN or of COPY: `gpgcheck=0`.
 * @param pattern its first group is the setting with its value, its second the value alone.
 * @param on the value that switches the check on again.
 */
export function writtenSwitch(pattern: RegExp, on: string): OffSwitch {
  return (dockerfile) =>
    instructionsOf(dockerfile, ['RUN', 'COPY', 'ADD'], { triggers: true })
      .flatMap(texts)
      .flatMap((text) =>
        [...text.text.matchAll(pattern)].flatMap((match) => {
          const [from, to] = match.indices?.[1] ?? [];
          const [valueFrom, valueTo] = match.indices?.[2] ?? [];
          if (from === undefined || to === undefined) return [];
          const what = match[1] ?? '';
          const at = text.spanOf(from, to);
          if (valueFrom === undefined || valueTo === undefined) return [{ what, at }];
          const edits = [replace(text.spanOf(valueFrom, valueTo), on)];
          return [{ what, at, offer: { title: `Change the value to ${on}`, edits } }];
        }),
      );
}

function texts(instruction: Instruction): readonly MappedText[] {
  const bodies = instruction.heredocs.map(({ body }) => body);
  return instruction.keyword === 'RUN' ? [instruction.body, ...bodies] : bodies;
}
