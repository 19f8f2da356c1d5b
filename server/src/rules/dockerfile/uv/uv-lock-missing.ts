import { chainOf } from '../../../dockerfile/chain';
import { environmentOf, isOn } from '../../../dockerfile/command-environment';
import {
  type CopyInstruction,
  type Dockerfile,
  type RunInstruction,
  type Stage,
} from '../../../dockerfile/model';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { flagUse, hasFlag } from '../../../shell/flags';
import { type Span } from '../../../text/span';
import { type ContextTree } from '../../../workspace/context-tree';
import { dockerfileRule } from '../../rule';
import { certainTree, contextSources } from '../context/context-copies';
import { uvCallsOf, uvCallsUpTo, type UvCall } from '../../../dockerfile/uv/uv-calls';
import { ownPart } from '../../../dockerfile/uv/uv-project';
import { isFromUv, mountSource } from './uv-source';

export const uvLockMissing = dockerfileRule({
  id: 'uv-lock-missing',
  summary: 'A build that holds to the lock file must be given one.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: 'There is no uv.lock in the build context, so uv stops here. Run `uv lock`, and commit what it writes.',
    ignored: 'The .dockerignore leaves uv.lock out of the build context, so uv stops here.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, context, report }) {
    const tree = certainTree(dockerfile, context);
    const message = tree && faultOf(dockerfile, tree);
    if (message === undefined) return;
    if (message === 'base' && context.has('uv.lock') !== false) return;
    for (const stage of dockerfile.stages)
      for (const call of uvCallsOf(stage)) {
        const at = asksForLock(call);
        if (at !== undefined && !mayComeOtherwise(call)) report({ message, at });
      }
  },
});

/** What is wrong with the lock files of the context; absent where there is one, or may be. */
function faultOf(dockerfile: Dockerfile, tree: ContextTree): 'base' | 'ignored' | undefined {
  const locks = tree.entries.filter(({ path }) => /(?:^|\/)uv\.lock$/.test(path));
  // Without a project in it, the context is hardly the one that the file is built with.
  const hasProject = tree.entries.some(({ path }) => /(?:^|\/)pyproject\.toml$/.test(path));
  if (locks.length === 0) return hasProject && tree.exists('uv.lock') === false ? 'base' : undefined;
  const isLeftOut = locks.every(
    ({ path }) => tree.ignored(path) === true && tree.rules?.mayReinclude(path) === false,
  );
  // A copy that names it fails by itself, which copy-ignored says.
  const isNamed = contextSources(dockerfile).some(({ path }) => path.includes('uv.lock'));
  return isLeftOut && !isNamed ? 'ignored' : undefined;
}

const readers = new Set(['sync', 'run', 'export']);

/** What makes the call hold to the lock file; absent where it does not, or may not. */
function asksForLock(call: UvCall): Span | undefined {
  const own = ownPart(call);
  if (!readers.has(call.verb) || hasFlag(own, '--script', '-s', '--no-project', '--no-sync'))
    return undefined;
  const flag = flagUse(own, '--locked', '--frozen');
  if (flag !== undefined) return flag.span;
  const { stage, run, command } = call;
  const on = ['UV_LOCKED', 'UV_FROZEN'].map((name) => isOn(environmentOf(stage, run, command, name)));
  return on.includes(true) ? call.span : undefined;
}

/** Whether a lock file may come into the stage another way than from the context. */
function mayComeOtherwise(call: UvCall): boolean {
  const { stage, run } = call;
  const made = uvCallsUpTo(stage).some(
    (each) => each.span.start < call.span.start && writers.has(each.verb) && asksForLock(each) === undefined,
  );
  if (made || run.mounts.some(({ type }) => type !== 'bind' && type !== 'cache' && type !== 'secret'))
    return true;
  return chainOf(stage).some(
    (each) =>
      instructionsOf(each, ['COPY', 'ADD']).some((copy) => copy.index < run.index && bringsMore(copy)) ||
      instructionsOf(each, 'RUN').some((other) => other.index <= run.index && fetches(each, other)),
  );
}

const writers = new Set(['lock', 'sync', 'add', 'remove', 'init', 'run', 'export', 'tree']);

function bringsMore({ flags, from, sources }: CopyInstruction): boolean {
  if (isFromUv(from)) return false;
  return (
    flags.some(({ name }) => name === 'from') || sources.some(({ text }) => /^<<|\$|:\/\/|@|^\.\./.test(text))
  );
}

/** Whether a RUN may bring files from elsewhere: by a mount, out of the network or an archive, by a script. */
function fetches(stage: Stage, run: RunInstruction): boolean {
  const takes = run.mounts.some((mount) => {
    const from = mount.type === 'bind' ? mountSource(stage, run, mount) : undefined;
    return from !== undefined && !isFromUv(from);
  });
  return (
    takes ||
    /\buv\.lock\b/.test(run.body.text) ||
    run.script === undefined ||
    commandsOf(run).some(({ name }) =>
      /^(?:git|gh|tar|unzip|svn|hg|make|just|rsync|scp|cp|mv|)$|\.sh$/.test(name),
    )
  );
}
