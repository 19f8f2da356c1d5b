import { chainOf } from '../../../dockerfile/chain';
import { environmentOf, isOn } from '../../../dockerfile/command-environment';
import { addLineBefore, removeInstruction } from '../../../dockerfile/edits';
import { type Dockerfile, type Instruction } from '../../../dockerfile/model';
import { isUvImage } from '../../../image/uv';
import { hasFlag } from '../../../shell/flags';
import { valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { type Fix } from '../../rule';
import { certainTree, contextSources, type ContextSource } from '../context/context-copies';
import { isWorkspace, projectFile } from './project-file';
import { keepsNoCache, mountForUvCache, uvCacheFolder } from './uv-cache';
import { type UvCall } from '../../../dockerfile/uv/uv-calls';
import { isToldLinkMode, setLinkMode } from './uv-link-setting';
import { projectFolder } from '../../../dockerfile/uv/uv-project';
import { isFromUv } from './uv-source';

/**
 * Offers a sync of the dependencies alone above the copy of the project, with what it reads bound from the build context.
 * Absent where the call is no plain command in the project's folder, where what it reads lies elsewhere, and where the
 * place above the copy is not like that of the call.
 * @param hasLinkMode whether the mode of links is set above the copy by somebody else.
 * @see https://docs.astral.sh/uv/guides/integration/docker/#intermediate-layers
 */
export function splitSync(
  dockerfile: Dockerfile,
  context: BuildContext,
  copy: ContextSource,
  call: UvCall,
  hasLinkMode = false,
): Fix | undefined {
  const { source } = dockerfile;
  const { run } = call;
  if (!isPlain(call, copy)) return undefined;
  const file = projectFile(dockerfile, context, call);
  const hasPathSources = [...(file ?? [])].some(
    ([key, value]) => /^tool\.uv\.sources(?:\.|$)/.test(key) && /\bpath\b/.test(`${key} ${value}`),
  );
  const mounts = bindsOf(dockerfile, context, copy);
  const cache = cacheOf(call);
  if (hasPathSources || mounts === undefined || cache === undefined) return undefined;
  const flags = [...run.flags.map(({ span }) => source.slice(span)), ...cache.mounts, ...mounts];
  const line = source.lineAt(run.headSpan.start);
  const isOneLine = line === source.lineAt(run.headSpan.end);
  const indent = isOneLine ? `${source.indentAt(line)}    ` : source.indentAt(line + 1);
  const goOn = ` ${dockerfile.escape}${source.eol}${indent}`;
  const command = commandText(call, isWorkspace(file) === true);
  const first = `${run.keywordText} ${[...flags, command].join(goOn)}`;
  const lines = [...(hasLinkMode ? [] : cache.lines), first];
  const edits = place(dockerfile, copy, call, lines);
  return (
    edits && {
      title: 'Sync the dependencies before the project is copied',
      edits,
      confirm:
        'A workspace wants --frozen --no-install-workspace here, and packages that come from folders of the project are not there yet.',
    }
  );
}

/** Whether the call is a command by itself, in the folder that the project is copied to. */
function isPlain({ command, stage, run, ...call }: UvCall, { instruction }: ContextSource): boolean {
  const folder = valueOf(projectFolder({ command, stage, run, ...call }));
  return (
    folder !== undefined &&
    folder === valueOf(instruction.destinationPath) &&
    folder === valueOf(stage.before(run).workdir) &&
    run.heredocs.length === 0 &&
    command.wrappers.length === 0 &&
    command.assignments.length === 0 &&
    command.redirects.length === 0 &&
    !command.substituted &&
    command.args.every(({ raw }) => !raw.includes('\n')) &&
    !hasFlag(command, '--project', '--directory')
  );
}

/** The command with the flags that leave the project out, behind the one that holds to the lock file. */
function commandText({ command, verbWord, stage, run }: UvCall, ofWorkspace: boolean): string {
  const isTold = ['UV_LOCKED', 'UV_FROZEN'].some(
    (name) => isOn(environmentOf(stage, run, command, name)) !== false,
  );
  const own = command.args.find(({ value }) => value === '--locked' || value === '--frozen');
  const lock = ofWorkspace ? '--frozen' : (own?.value ?? '--locked');
  const flags = [
    ...(isTold && own === undefined ? [] : [lock]),
    ofWorkspace ? '--no-install-workspace' : '--no-install-project',
  ];
  const words = command.args.flatMap((word) => {
    if (word === own) return flags;
    return word === verbWord && own === undefined ? [word.raw, ...flags] : [word.raw];
  });
  return [command.program?.raw ?? 'uv', ...words].join(' ');
}

/** The mounts of what uv reads; absent where it is not at the root of the context. */
function bindsOf(
  dockerfile: Dockerfile,
  context: BuildContext,
  { instruction }: ContextSource,
): readonly string[] | undefined {
  const tree = certainTree(dockerfile, context);
  const isMissing = (name: string): boolean => context.has(name) === false || tree?.ignored(name) === true;
  if (isMissing('uv.lock') || isMissing('pyproject.toml')) return undefined;
  const further = ['.python-version', 'uv.toml'].filter(
    (name) => tree?.exists(name) === true && tree.ignored(name) === false,
  );
  const isCopied = (name: string): boolean =>
    contextSources(dockerfile).some(
      (each) =>
        each.path === name &&
        each.instruction.stage === instruction.stage &&
        each.instruction.index < instruction.index,
    );
  return ['uv.lock', 'pyproject.toml', ...further]
    .filter((name) => !isCopied(name))
    .map((name) => `--mount=type=bind,source=${name},target=${name}`);
}

interface CacheOfSync {
  readonly mounts: readonly string[];
  readonly lines: readonly string[];
}

/** What the new call needs so that it leaves no cache in its layer; absent where it cannot be told. */
function cacheOf({ stage, run, command }: UvCall): CacheOfSync | undefined {
  const none = { mounts: [], lines: [] };
  const folder = uvCacheFolder(stage, run, command);
  if (keepsNoCache(stage, run, command) !== false || mountForUvCache(run, folder) !== undefined) return none;
  if (folder.state !== 'known' || stage.before(run).user.isRoot !== true) return undefined;
  return {
    mounts: [`--mount=type=cache,target=${folder.value}`],
    lines: isToldLinkMode(stage, run, command) ? [] : [setLinkMode],
  };
}

/** Instructions that a copy may move below. */
const settings = new Set<Instruction['keyword']>(['ENV', 'ARG', 'LABEL', 'WORKDIR', 'EXPOSE']);

/** Puts the lines above the copy; the copy goes down to the call where settings stand between them. */
function place(
  dockerfile: Dockerfile,
  { instruction }: ContextSource,
  { stage, run }: UvCall,
  lines: readonly string[],
): Fix['edits'] | undefined {
  const { source } = dockerfile;
  const joint = `${source.eol}${source.indentAt(source.lineAt(run.span.start))}`;
  const between = stage.instructions.filter(({ index }) => index > instruction.index && index < run.index);
  if (between.length === 0) return [addLineBefore(dockerfile, instruction, lines.join(joint))];
  const workdir = valueOf(stage.before(instruction).workdir);
  const isSamePlace = workdir !== undefined && workdir === valueOf(stage.before(run).workdir);
  if (between.every(({ keyword }) => settings.has(keyword))) {
    const isAbsolute = instruction.destination?.text.replace(/^["']/, '').startsWith('/') === true;
    if ((!isAbsolute && !isSamePlace) || instruction.heredocs.length > 0) return undefined;
    return [
      removeInstruction(dockerfile, instruction),
      addLineBefore(dockerfile, run, [...lines, source.slice(instruction.span)].join(joint)),
    ];
  }
  const changes = between.some(({ keyword }) => /^(?:ENV|ARG|USER|WORKDIR|SHELL)$/.test(keyword));
  const bringsUv = chainOf(stage).some(
    ({ base, uses }) =>
      (base.image !== undefined && isUvImage(base.image)) ||
      uses.some((use) => {
        const { index } = use.instruction;
        return isFromUv(use) && (index < instruction.index || index === run.index);
      }),
  );
  return isSamePlace && !changes && bringsUv
    ? [addLineBefore(dockerfile, instruction, lines.join(joint))]
    : undefined;
}
