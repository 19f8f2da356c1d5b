import { type Instruction } from '../../dockerfile/model';
import { type Unresolved } from '../plan';
import { type Places } from './places';
import { type RunFate } from './runs';

/** What commands that nobody knows may leave behind, and copies of which it is not certain what becomes of them. */
export function doubtsOf(fates: ReadonlyMap<Instruction, RunFate>, places: Places): readonly Unresolved[] {
  const unknown = [...fates.values()].flatMap(
    ({ run, unknown: commands, fate, meanings }): readonly Unresolved[] => {
      if (places.placeOf(run) !== 'build' || fate !== 'builds') return [];
      if (commands.length === 0 && meanings.length > 0) return [];
      const names = [...new Set(commands.map(({ name, program }) => name || (program?.value ?? '')))].filter(
        Boolean,
      );
      const what = names.length === 0 ? 'this RUN' : names.map((name) => `\`${name}\``).join(', ');
      return [
        {
          at: run.span,
          text: `What ${what} leaves outside the folders that are copied on stays in the builder. If something of it has to run, copy it too.`,
        },
      ];
    },
  );
  const doubtful = places.doubtful.map((copy) => ({
    at: copy.span,
    text: 'It is not certain what the builder makes of these files, so what ships takes them from the build context as they are.',
  }));
  return [...unknown, ...doubtful];
}
