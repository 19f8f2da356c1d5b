import { chainOf } from '../../../dockerfile/chain';
import { environmentOf, isOn } from '../../../dockerfile/command-environment';
import { type CopyInstruction, type Stage } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { replaceWord } from '../../../shell/edits';
import { flagUse, hasFlag } from '../../../shell/flags';
import { dockerfileRule, type Fix } from '../../rule';
import { isWorkspace, projectFile } from './project-file';
import { uvCallsOf, type UvCall } from '../../../dockerfile/uv/uv-calls';
import { isFromUv, mountSource } from './uv-source';

export const uvLockedInWorkspace = dockerfileRule({
  id: 'uv-locked-in-workspace',
  summary: 'Before the members of a workspace are there, `uv sync` must be told `--frozen`, not `--locked`.',
  severity: 'error',
  fix: 'safe',
  messages: {
    base: 'The members of the workspace are not there yet, so uv cannot tell whether the lock file fits, and stops. --frozen takes it as it is.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, context, source, report }) {
    for (const stage of dockerfile.stages)
      for (const call of uvCallsOf(stage)) {
        const { command, verb, run } = call;
        const locked = verb === 'sync' ? flagUse(command, '--locked') : undefined;
        if (locked === undefined || !hasFlag(command, '--no-install-workspace')) continue;
        if (hasFlag(command, '--frozen') || locked.word.value !== '--locked') continue;
        if (isOn(environmentOf(stage, run, command, 'UV_FROZEN')) !== false) continue;
        if (mayHaveMembers(call)) continue;
        const isCertain = isWorkspace(projectFile(dockerfile, context, call));
        if (isCertain === false) continue;
        const edit = replaceWord(source, locked.word, '--frozen');
        const fix: Fix | undefined = edit && { title: 'Replace --locked by --frozen', edits: [edit] };
        // A project without members may be built this way too; the flag alone tells that there are some.
        const severity = isCertain === true ? undefined : 'warning';
        report({ message: 'base', at: locked.span, severity, fix });
      }
  },
});

/** Whether more than single files of the project's root may be there when uv looks. */
function mayHaveMembers({ stage, run }: UvCall): boolean {
  const mayBringFolder = run.mounts.some((mount) => {
    if (mount.type !== 'bind' || isFromUv(mountSource(stage, run, mount))) return false;
    const source = mount.option('source', 'src');
    return mount.option('from') !== undefined || source === undefined || !isRootFile(source.value);
  });
  if (mayBringFolder) return true;
  return chainOf(stage).some((each) => firstFolder(each) <= run.index);
}

const firsts = new ModelMap<Stage, number>();

/** Index of the first instruction of a stage that may bring a folder; infinite where none does. */
function firstFolder(stage: Stage): number {
  let first = firsts.get(stage);
  if (first === undefined) {
    const copy = instructionsOf(stage, ['COPY', 'ADD']).find(mayCopyFolder);
    const run = instructionsOf(stage, 'RUN').find((each) =>
      commandsOf(each).some(({ name }) => fetchers.has(name)),
    );
    first = Math.min(copy?.index ?? Infinity, run?.index ?? Infinity);
    firsts.set(stage, first);
  }
  return first;
}

/** Programs that may bring a source tree. */
const fetchers = new Set(['git', 'tar', 'unzip', 'svn', 'hg', 'cp', 'mv', 'rsync']);

function mayCopyFolder({ flags, from, sources }: CopyInstruction): boolean {
  if (isFromUv(from)) return false;
  return flags.some(({ name }) => name === 'from') || sources.some(({ text }) => !isRootFile(text));
}

/** Whether a path names a single file beside the Dockerfile, by its name. */
function isRootFile(text: string): boolean {
  const name = text.replace(/^(["'])(.*)\1$/, '$2').replace(/^\.?\//, '');
  return /^[\w.-]+\.(?:toml|lock|md|rst|txt|cfg|in|ini|py|json|sh)\*?$|^\.python-version$|^(?:README|LICEN[CS]E)$/.test(
    name,
  );
}
