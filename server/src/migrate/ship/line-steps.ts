import { insert } from '../../text/edit';
import { type Reading, type Shipment } from '../languages/language';
import { type Step } from '../plan';

/** Lines of the language for a stage that is not split. */
export function lineSteps(
  { stage, dockerfile: { source } }: Shipment,
  { lines = [] }: Reading,
): readonly Step[] {
  if (lines.length === 0) return [];
  const above = stage.instructions.findLast(({ keyword }) => keyword === 'COPY') ?? stage.from;
  const end = source.lineSpan(source.lineAt(above.span.end)).end;
  return [
    {
      id: 'copies',
      ...(lines.every((line) => line.startsWith('ENV '))
        ? {
            title: 'Put the environment on PATH',
            why: 'Its programs are then found by their names, and `python` is the one that has the packages.',
          }
        : {
            title: 'Copy on what the program loads',
            why: 'The image before had these libraries; the hardened one holds only what every program needs.',
          }),
      edits: [insert(end, lines.map((line) => source.eol + line).join(''))],
    },
  ];
}
