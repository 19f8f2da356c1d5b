import { pythonFault } from '../../../dockerfile/venv/fault';
import { valueOf } from '../../../text/known';
import { dockerfileRule } from '../../rule';
import { copyPython } from './copy-python';
import { buildOnSame } from './same-base';
import { copiedVenvs } from './target-venvs';

export const uvPythonMissingInRuntime = dockerfileRule({
  id: 'uv-python-missing-in-runtime',
  summary: "The Python of uv's environment must be where the environment is copied to.",
  severity: 'error',
  fix: 'offer',
  messages: {
    managed:
      'Nothing in this environment starts: uv downloaded its Python, which stays behind in the build stage. Copy that as well, or build with the Python that this stage has.',
    none: 'Nothing in this environment starts: its Python is in {folder} of the build stage, and this stage has none.',
    elsewhere:
      'Nothing in this environment starts: its Python is in {folder} of the build stage, and that of this stage in {there}.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, report }) {
    for (const copied of copiedVenvs(dockerfile)) {
      const { placed, target, last } = copied;
      const fault = placed.venv.by === 'uv' ? pythonFault(target, placed) : undefined;
      if (fault?.kind !== 'missing') continue;
      const { python, there } = fault;
      report({
        message: python.managed ? 'managed' : there === undefined ? 'none' : 'elsewhere',
        at: last.source.span,
        data: { folder: valueOf(python.folder) ?? '', there: there?.folder ?? '' },
        offers: [buildOnSame(dockerfile, placed.venv, target), copyPython(dockerfile, copied)],
        related: [{ at: placed.venv.command.span, text: 'The environment is made here.' }],
      });
    }
  },
});
