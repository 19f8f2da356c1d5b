import { instructionsOf } from '../../../dockerfile/walk';
import { removePair } from '../../../dockerfile/remove-pair';
import { insert, replace, type Edit } from '../../../text/edit';
import { type Dockerfile, type Instruction, type Stage } from '../../../dockerfile/model';
import { blockOf, removeBlocks } from '../../blocks';
import { type Step } from '../../plan';
import { type Call } from '../language';
import { isManaged, setsSystemPython, withoutPlaces } from './installs';
import { type CopiedPackages } from './copied-packages';

/** Where packages are installed to when the file has no environment of its own. */
export const environment = '/opt/venv';

/** Lines that make the environment, above the first install. */
export function linesOfVenv(installs: readonly Call[]): readonly string[] {
  // Poetry, Pipenv and uv install where VIRTUAL_ENV leads:
  // https://python-poetry.org/docs/configuration/#virtualenvscreate https://docs.astral.sh/uv/pip/environments/
  const variable = installs.some(({ command }) => isManaged(command)) ? `VIRTUAL_ENV=${environment} ` : '';
  return [`RUN python -m venv ${environment}`, `ENV ${variable}PATH="${environment}/bin:$PATH"`];
}

/** Above the COPY that brings what is read there, so that it stands with its work directory. */
export function beforeInstall({ stage, run }: Call): Instruction {
  const previous = stage.instructions[stage.instructions.indexOf(run) - 1];
  return previous?.keyword === 'COPY' ? previous : run;
}

/** Edits by which installs reach the environment: flags and variables that lead elsewhere go. */
export function intoVenvEdits(dockerfile: Dockerfile, installs: readonly Call[]): readonly Edit[] {
  const stages = new Set(installs.filter(setsSystemPython).map(({ stage }) => stage));
  const variables = [...stages].flatMap((stage) =>
    pairsNamed(stage, 'UV_SYSTEM_PYTHON').map(({ instruction, pair }) =>
      removePair(dockerfile, instruction, pair),
    ),
  );
  return [...withoutPlaces(dockerfile.source, installs), ...variables];
}

/** The stage that installs makes an environment, and what ships copies it instead of the folders of its Python. */
export function copiedVenvStep(
  dockerfile: Dockerfile,
  stage: Stage,
  { from, installs, copies, targets }: CopiedPackages,
): Step {
  const { source } = dockerfile;
  const [copy, ...others] = copies;
  const above = blockOf(dockerfile, beforeInstall(installs[0]));
  const name = from.name ?? String(from.index);
  const words = { start: copy.sources[0]?.span.start ?? copy.span.end, end: copy.span.end };
  const paths = pairsNamed(stage, 'PATH').flatMap(({ pair }) => pathEdit(pair, targets) ?? []);
  const emptied = pairsNamed(stage, 'PYTHONPATH', 'PYTHONUSERBASE').filter(({ pair }) =>
    targets.some(
      (target) => pair.value === target || pair.value?.startsWith(`${target}/lib/python`) === true,
    ),
  );
  const line = source.lineSpan(source.lineAt(copy.span.end));
  return {
    id: 'packages',
    title: `Install into an environment in ${from.name === undefined ? `stage ${name}` : `\`${name}\``}, and copy that`,
    why: `What ships took its packages from folders of the original Python, and the hardened one is kept elsewhere and does not look there. An environment, \`${environment}\`, holds packages and their programs in one folder, and both stages have the same Python for it.`,
    edits: [
      insert(
        above.span.start,
        [...linesOfVenv(installs), ''].join(source.eol) + (above.spaced ? source.eol : ''),
      ),
      ...intoVenvEdits(dockerfile, installs),
      replace(words, `${environment} ${environment}`),
      ...(paths.length > 0 ? paths : [insert(line.end, `${source.eol}ENV PATH="${environment}/bin:$PATH"`)]),
      ...removeBlocks(
        dockerfile,
        others.map((each) => blockOf(dockerfile, each)),
      ),
      ...emptied.map(({ instruction, pair }) => removePair(dockerfile, instruction, pair)),
    ],
  };
}

type EnvPair = ReturnType<typeof pairsNamed>[number];

function pairsNamed(stage: Stage, ...names: readonly string[]) {
  return instructionsOf(stage, 'ENV').flatMap((instruction) =>
    instruction.pairs.filter(({ name }) => names.includes(name)).map((pair) => ({ instruction, pair })),
  );
}

/** The folder of programs on PATH becomes that of the environment. */
function pathEdit({ value, valueSpan }: EnvPair['pair'], targets: readonly string[]): Edit | undefined {
  const old = targets.map((target) => `${target}/bin`).find((folder) => value?.split(':').includes(folder));
  if (old === undefined || value === undefined || valueSpan === undefined || old === '/usr/local/bin')
    return undefined;
  const folders = value.split(':').map((folder) => (folder === old ? `${environment}/bin` : folder));
  return replace(valueSpan, `"${folders.join(':')}"`);
}
