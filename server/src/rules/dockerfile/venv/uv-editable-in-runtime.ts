import { environmentOf, isOn } from '../../../dockerfile/command-environment';
import { uvCommand } from '../../../dockerfile/uv/uv-command';
import { type UvCall } from '../../../dockerfile/uv/uv-calls';
import { projectFolder } from '../../../dockerfile/uv/uv-project';
import { insertAfter } from '../../../shell/edits';
import { hasFlag } from '../../../shell/flags';
import { type Call } from '../../../dockerfile/venv/model';
import { valueOf } from '../../../text/known';
import { dockerfileRule } from '../../rule';
import { projectFile } from '../uv/project-file';
import { type TomlValues } from '../../../text/read-toml';
import { hasSources, mayHaveSources } from './project-sources';
import { copiedVenvs } from './target-venvs';

export const uvEditableInRuntime = dockerfileRule({
  id: 'uv-editable-in-runtime',
  summary: 'An environment that is copied without the sources must hold the project itself.',
  severity: 'error',
  fix: 'safe',
  messages: {
    base: 'The environment only points to the sources in {project}, which are not copied with it, so the project cannot be imported. Install it with --no-editable.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, context, source, report }) {
    const said = new Set<Call>();
    for (const { placed, target, last } of copiedVenvs(dockerfile)) {
      const sync = placed.venv.syncs.at(-1);
      const command = sync && uvCommand(sync.command);
      if (sync === undefined || command === undefined || said.has(sync)) continue;
      const call = { ...sync, ...command };
      const project = valueOf(projectFolder(call));
      if (project === undefined || !isEditable(call)) continue;
      if (isPackage(projectFile(dockerfile, context, call)) === false) continue;
      if (!hasSources(call, project) || mayHaveSources(dockerfile, target, project)) continue;
      said.add(sync);
      const edit = insertAfter(source, call.verbWord, ' --no-editable');
      report({
        message: 'base',
        at: call.span,
        data: { project },
        fix: edit && { title: 'Add --no-editable', edits: [edit] },
        related: [{ at: last.source.span, text: 'The environment is copied here.' }],
      });
    }
  },
});

/** Flags with which the project itself is not installed: https://docs.astral.sh/uv/reference/cli/#uv-sync */
const without = [
  ...['--no-install-project', '--no-install-workspace', '--no-install-local', '--only-group', '--only-dev'],
  ...['--no-install-package', '--script', '--dry-run', '--check', '--only-install-local', '--package'],
];
const withoutVariables = ['UV_NO_INSTALL_PROJECT', 'UV_NO_INSTALL_WORKSPACE', 'UV_NO_INSTALL_LOCAL'];

/** Whether the call certainly installs the project as a link to its sources. */
function isEditable({ stage, run, command }: UvCall): boolean {
  if (command.args.some(({ value, literal }) => value.startsWith('--no-editable') || !literal)) return false;
  if (hasFlag(command, ...without)) return false;
  return ['UV_NO_EDITABLE', ...withoutVariables].every(
    (name) => isOn(environmentOf(stage, run, command, name)) === false,
  );
}

/**
 * Whether uv installs the project at all; `undefined` where its file is not known.
 * @see https://docs.astral.sh/uv/concepts/projects/config/#build-systems
 */
function isPackage(file: TomlValues | undefined): boolean | undefined {
  if (file === undefined) return undefined;
  const told = file.get('tool.uv.package');
  if (told !== undefined) return told.trim() !== 'false';
  return [...file.keys()].some((key) => /^build-system(?:\.|$)/.test(key));
}
