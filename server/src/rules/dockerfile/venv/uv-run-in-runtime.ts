import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { startedBy } from '../../../dockerfile/started';
import { pythonFault } from '../../../dockerfile/venv/fault';
import { venvsIn } from '../../../dockerfile/venv/placed';
import { type ShellCommand, type ShellWord } from '../../../shell/model';
import { replace } from '../../../text/edit';
import { dockerfileRule, type Fix } from '../../rule';
import { certainlyLacksUv } from './lacks-uv';

export const uvRunInRuntime = dockerfileRule({
  id: 'uv-run-in-runtime',
  summary: 'A container must not start with `uv` where its image has no uv.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'Nothing brings {name} into this stage, so the container cannot start. Run the program out of the environment.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, report }) {
    const said = new Set<ShellCommand>();
    for (const stage of dockerfile.targets) {
      const started = mayStartUv(stage) ? startedBy(stage) : undefined;
      const command = started?.commands.find(({ name }) => name === 'uv' || name === 'uvx');
      if (started === undefined || command?.program?.literal !== true || said.has(command)) continue;
      if (!certainlyLacksUv(dockerfile, stage)) continue;
      said.add(command);
      const isJson = started.instruction.json !== undefined;
      report({
        message: 'base',
        at: command.program.span,
        data: { name: command.name },
        offers: [runFromVenv(dockerfile, stage, command, isJson)],
      });
    }
  },
});

/** Whether anything of what a container starts with reads like uv: a quick look before the careful one. */
function mayStartUv(stage: Stage): boolean {
  return (['ENTRYPOINT', 'CMD'] as const).some(
    (keyword) => stage.effective(keyword)?.text.text.includes('uv') === true,
  );
}

/** Offers the program of the environment in the place of `uv run`; absent where the environment may not work as it is. */
function runFromVenv(
  dockerfile: Dockerfile,
  stage: Stage,
  { program, args }: ShellCommand,
  isJson: boolean,
): Fix | undefined {
  const [placed, ...others] = venvsIn(dockerfile, stage);
  const [verb, ...words] = args;
  if (placed === undefined || others.length > 0 || program === undefined || verb?.value !== 'run')
    return undefined;
  if (placed.path !== placed.venv.path || pythonFault(stage, placed) !== undefined) return undefined;
  const at = words.findIndex(({ value }) => !SWITCHES.has(value));
  const word = at < 0 ? undefined : words[at];
  const first = word && firstWords(placed.path, word);
  if (word?.literal !== true || first === undefined || !/^[\w./-]+$/.test(word.value)) return undefined;
  const text = isJson ? first.map((each) => JSON.stringify(each)).join(', ') : first.join(' ');
  return {
    title: `Run ${first.join(' ')}`,
    edits: [replace({ start: program.span.start, end: word.span.end }, text)],
  };
}

/** Flags of `uv run` that mean nothing without uv, and take no value: https://docs.astral.sh/uv/reference/cli/#uv-run */
const SWITCHES = new Set([
  ...[
    '--frozen',
    '--locked',
    '--no-sync',
    '--no-dev',
    '--offline',
    '--no-cache',
    '--no-project',
    '--no-editable',
  ],
  ...['--quiet', '-q', '--no-progress', '--no-python-downloads', '--exact', '--inexact', '--'],
]);

function firstWords(venv: string, { value }: ShellWord): readonly string[] | undefined {
  const python = `${venv}/bin/python`;
  if (value === '-m' || value === '--module') return [python, '-m'];
  if (value.startsWith('-')) return undefined;
  if (value.endsWith('.py')) return [python, value];
  return value.includes('/') ? [value] : [`${venv}/bin/${value}`];
}
