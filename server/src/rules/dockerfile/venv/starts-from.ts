import { type Stage } from '../../../dockerfile/model';
import { searchPath } from '../../../dockerfile/search-path';
import { startedBy } from '../../../dockerfile/started';

/**
 * What a container starts with out of an environment: one of the programs in it, its Python or nothing that is in it;
 * unknown where a script may do either.
 */
export function startsFrom(stage: Stage, venv: string): 'program' | 'python' | 'nothing' | 'unknown' {
  const isSaid = stage.effective('CMD') !== undefined || stage.effective('ENTRYPOINT') !== undefined;
  const started = startedBy(stage);
  if (started === undefined) return isSaid ? 'unknown' : 'nothing';
  const path = searchPath(stage);
  let found: 'program' | 'python' | 'nothing' = 'nothing';
  for (const { name, program, conditional } of started.commands) {
    if (program === undefined || conditional) continue;
    const { value, literal } = program;
    if (!literal || /\.sh$|entry-?point/i.test(value) || value === '.' || value === 'source')
      return 'unknown';
    const isIn = value.startsWith(`${venv}/bin/`) || (!value.includes('/') && path?.includes(`${venv}/bin`));
    if (isIn !== true) continue;
    if (!/^python[\d.]*$/.test(name)) return 'program';
    found = 'python';
  }
  return found;
}
