import { venvsIn } from '../../../dockerfile/venv/placed';
import { replace } from '../../../text/edit';
import { dockerfileRule, type Fix } from '../../rule';
import { type CopiedVenv, copiedVenvs } from './target-venvs';
import { startsFrom } from './starts-from';

export const uvVenvMoved = dockerfileRule({
  id: 'uv-venv-moved',
  summary: 'A virtual environment must lie where it was made.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: 'The programs of this environment do not start: their first line names {made}/bin/python, and the environment comes to {path}.',
  },
  since: '0.1.0',
  mentions: ['uv', 'venv', 'virtualenv', 'poetry', 'pipenv'],
  check({ dockerfile, report }) {
    for (const copied of copiedVenvs(dockerfile)) {
      const { placed, target, last } = copied;
      const { venv, path } = placed;
      if (path === venv.path || venv.relocatable) continue;
      if (venvsIn(dockerfile, target).some((other) => other.path === venv.path)) continue;
      const started = startsFrom(target, path);
      if (started === 'unknown') continue;
      const isExact = last.sourcePath === venv.path;
      const at = (isExact ? last.copy.destination?.span : undefined) ?? last.source.span;
      report({
        message: 'base',
        at,
        data: { made: venv.path, path },
        // Python itself, called by its path, finds its environment anywhere.
        severity: started === 'program' ? undefined : 'info',
        offers: [isExact ? copyToSame(copied) : undefined],
        related: [{ at: venv.command.span, text: 'The environment is made here.' }],
      });
    }
  },
});

/** Offers to copy it to where it was made, and to name that place wherever the stage names the other. */
function copyToSame({ placed, target, last }: CopiedVenv): Fix | undefined {
  const { destination } = last.copy;
  if (destination === undefined || last.copy.stage !== target || last.copy.sources.length > 1)
    return undefined;
  const { path, venv } = placed;
  const edits = [
    replace(destination.span, last.copy.json === undefined ? venv.path : JSON.stringify(venv.path)),
  ];
  const name = new RegExp(`(?<![\\w./-])${escaped(path)}(?=/bin\\b)`, 'g');
  for (const instruction of target.instructions) {
    if (instruction === last.copy) continue;
    const { text } = instruction.text;
    for (const { index } of text.matchAll(name))
      edits.push(replace(instruction.text.spanOf(index, index + path.length), venv.path));
  }
  return { title: `Copy it to ${venv.path}, where it was made`, edits };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
