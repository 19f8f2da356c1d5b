import { spawn } from 'node:child_process';
import { promises } from 'node:fs';
import { join } from 'node:path';
import { type Fault } from './read-text';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The files of the work tree that have changed in git, absolute, symbolic links resolved: since `since` branched off, or since the last
 * commit where it is absent; files that git does not know yet are among them.
 * @param cwd absolute.
 * @param env of the process: git is looked for in its PATH.
 */
export async function changedFiles(
  cwd: string,
  since: string | undefined,
  env: Environment,
): Promise<ReadonlySet<string> | Fault> {
  // Git would take it for an option.
  if (since?.startsWith('-') === true) return { fault: `${since} is no commit` };
  const git = gitWith(env);
  const top = await git(cwd, ['rev-parse', '--show-toplevel']);
  if ('fault' in top) return top;
  const root = await promises.realpath(top.text.trimEnd());
  const commit = await startOf(git, root, since);
  if ('fault' in commit) return commit;
  const lists = [
    ['ls-files', '--others', '--exclude-standard', '-z'],
    // Without any commit, all that is staged is new.
    commit.text === ''
      ? ['ls-files', '--cached', '-z']
      : ['diff', '--name-only', '--no-ext-diff', '--diff-filter=d', '-z', commit.text, '--'],
  ];
  const files = new Set<string>();
  for (const argv of lists) {
    const listed = await git(root, argv);
    if ('fault' in listed) return listed;
    for (const name of listed.text.split('\0')) if (name !== '') files.add(join(root, name));
  }
  return files;
}

/** The commit to compare with; `''` where there is none yet. */
async function startOf(git: Git, root: string, since: string | undefined): Promise<GitText | Fault> {
  const name = since ?? 'HEAD';
  const found = await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if ('fault' in found) {
    if (found.code !== 1) return found;
    return since === undefined ? { text: '' } : { fault: `${since} is no commit that git knows` };
  }
  const commit = found.text.trim();
  if (since === undefined) return { text: commit };
  // In a shallow clone the common ancestor may be out of reach; the commit itself then is the best there is.
  const base = await git(root, ['merge-base', commit, 'HEAD']);
  return { text: 'fault' in base ? commit : base.text.trim() };
}

interface GitText {
  readonly text: string;
}

type Git = (cwd: string, argv: readonly string[]) => Promise<GitText | (Fault & { readonly code?: number })>;

/** Runs git without a shell, and without what a repository's configuration could make it run. */
const gitWith =
  (env: Environment): Git =>
  (cwd, argv) =>
    new Promise((resolve) => {
      const child = spawn('git', ['-c', 'core.fsmonitor=false', ...argv], {
        cwd,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...env, LC_ALL: 'C' },
        windowsHide: true,
      });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', ({ message, code }: NodeJS.ErrnoException) => {
        resolve({ fault: code === 'ENOENT' ? 'needs git, which is not installed' : `needs git: ${message}` });
      });
      child.on('close', (code) => {
        if (code === 0) {
          resolve({ text: Buffer.concat(out).toString() });
          return;
        }
        const [line = ''] = Buffer.concat(err).toString().trim().split('\n');
        resolve({ fault: `is not to be had: git says: ${line}`, code: code ?? 0 });
      });
    });
