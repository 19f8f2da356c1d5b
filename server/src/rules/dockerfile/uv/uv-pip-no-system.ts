import { rootOf } from '../../../dockerfile/chain';
import { addLineBefore } from '../../../dockerfile/edits';
import { inKeywordCase } from '../../../dockerfile/keyword-case';
import { type Dockerfile } from '../../../dockerfile/model';
import { type BuildContext } from '../../../workspace/context';
import { dockerfileRule, type Fix } from '../../rule';
import { certainTree } from '../context/context-copies';
import { mayHaveVenv } from './pip-environment';
import { addFlag, setAbove } from './tell-uv';
import { uvCallsOf, type UvCall } from '../../../dockerfile/uv/uv-calls';
import { SYSTEM_PYTHON, toldOf } from './uv-setting';

export const uvPipNoSystem = dockerfileRule({
  id: 'uv-pip-no-system',
  summary: '`uv pip` must be given an environment, or be told to install into the system.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: "There is no virtual environment here, so uv stops. --system installs beside the image's own Python.",
    venv: 'There is no virtual environment here, so uv stops. Make one, and install into that.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, context, report }) {
    for (const stage of dockerfile.stages)
      for (const call of uvCallsOf(stage)) {
        if (call.verb !== 'pip install' && call.verb !== 'pip sync') continue;
        const told = toldOf(call, SYSTEM_PYTHON);
        if ((told !== 'untold' && told !== 'off') || mayHaveVenv(call)) continue;
        if (mayBeInSettings(dockerfile, context)) continue;
        const isOwn = hasOwnPython(call);
        report({
          message: isOwn ? 'base' : 'venv',
          at: call.span,
          offers: [
            isOwn && told === 'untold' ? addFlag(dockerfile, [call], '--system') : undefined,
            isOwn && told === 'untold' ? setAbove(dockerfile, [call], 'UV_SYSTEM_PYTHON=1') : undefined,
            makeVenv(dockerfile, call),
          ],
        });
      }
  },
});

/** `[tool.uv.pip] system = true`, or `system` in a uv.toml: https://docs.astral.sh/uv/reference/settings/#pip_system */
function mayBeInSettings(dockerfile: Dockerfile, context: BuildContext): boolean {
  if (/\buv\.toml\b/.test(dockerfile.source.text)) return true;
  const tree = certainTree(dockerfile, context);
  return (
    tree?.entries.some(
      ({ path }) =>
        /(?:^|\/)uv\.toml$/.test(path) ||
        (/(?:^|\/)pyproject\.toml$/.test(path) && /\bsystem\s*=\s*true/.test(tree.textOf(path) ?? '')),
    ) === true
  );
}

/** Whether the Python is the image's own; that of a distribution does not let uv install beside its packages. */
function hasOwnPython({ stage }: UvCall): boolean {
  const { image } = rootOf(stage).base;
  return /(?:^|\/)python$/.test(image?.repository ?? '') || (image?.tag ?? '').includes('python3');
}

/** https://docs.astral.sh/uv/guides/integration/docker/#installing-a-package */
function makeVenv(dockerfile: Dockerfile, { run }: UvCall): Fix {
  const { eol } = dockerfile.source;
  const indent = dockerfile.source.indentAt(dockerfile.source.lineAt(run.span.start));
  const lines = ['RUN uv venv /opt/venv', 'ENV VIRTUAL_ENV=/opt/venv', 'ENV PATH="/opt/venv/bin:$PATH"'].map(
    (line) => inKeywordCase(dockerfile, line),
  );
  return {
    title: 'Make a virtual environment at /opt/venv',
    edits: [addLineBefore(dockerfile, run, lines.join(`${eol}${indent}`))],
  };
}
