import { addLineBefore } from '../../../dockerfile/edits';
import { interpreterOf } from '../../../dockerfile/interpreters';
import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { type ShellCommand, type ShellScript } from '../../../shell/model';
import { insert } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';
import { pipedCode } from '../supply/piped-code';

export const pipefail = dockerfileRule({
  id: 'pipefail',
  summary: 'A pipe must fail when any of its commands fails.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'Where {program} fails the build goes on, as a pipe counts only its last command. pipefail makes it count each.',
  },
  sameAs: { hadolint: ['DL4006'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages)
      for (const run of instructionsOf(stage, 'RUN')) {
        const { script } = run;
        if (script?.complete !== true || script.pipelines.length === 0) continue;
        const cure = cureFor(stage, run);
        if (cure === undefined || script.text.text.includes('pipefail')) continue;
        // What comes from the network straight into a shell is a fault of its own, which pipe-to-shell reports.
        if (pipedCode(script).length > 0) continue;
        const program = firstThatMayFail(dockerfile, script);
        if (program === undefined) continue;
        report({
          message: 'base',
          at: program.program?.span ?? program.span,
          data: { program: program.name },
          offers: [offer(dockerfile, run, cure)],
        });
      }
  },
});

const setPipefail = 'set -o pipefail';
const shellWithPipefail = 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]';

/**
 * How pipefail can be had here: by a word to the shell that runs, by another shell, or not as far as is known. bash and
 * BusyBox have it, dash of the Debian releases in use has not.
 */
function cureFor(
  stage: Stage,
  run: RunInstruction,
): typeof setPipefail | typeof shellWithPipefail | undefined {
  const words = valueOf(stage.before(run).shell);
  if (words?.some((word) => word.includes('pipefail')) === true) return undefined;
  if (stage.before(run).variable('SHELLOPTS').state !== 'absent') return undefined;
  const interpreter = valueOf(run.interpreter);
  if (interpreter === 'bash' || interpreter === 'ash') return setPipefail;
  const { packageManager, libc, hardened } = stage.base.facts;
  const manager = valueOf(packageManager);
  const isOwnShell = words !== undefined && interpreterOf(words) === 'sh';
  if (interpreter !== 'sh' || !isOwnShell || hardened !== undefined || manager === undefined)
    return undefined;
  if (manager === 'apt')
    return run.heredocs.length === 0 && valueOf(libc) === 'glibc' ? shellWithPipefail : undefined;
  return manager === 'none' ? undefined : setPipefail;
}

/** Whether what starts here is asked whether it fails: `if a | b`. */
function isCondition({ source }: Dockerfile, start: number): boolean {
  return /(?:\b(?:if|elif|while|until)|!)\s+$/.test(source.text.slice(Math.max(0, start - 20), start));
}

/** Commands that do not fail, or that fail where they find nothing and whose output what follows reads all the same. */
const sure = new Set([
  ...[
    'echo',
    'printf',
    'yes',
    'true',
    ':',
    'cat',
    'ls',
    'find',
    'grep',
    'egrep',
    'fgrep',
    'sed',
    'awk',
    'sort',
  ],
  ...['uniq', 'cut', 'tr', 'head', 'tail', 'wc', 'env', 'id', 'which', 'getent', 'date', 'uname', 'basename'],
  ...['dirname', 'ldd', 'xargs', 'tee', 'rev', 'seq', 'dpkg-query', 'apt-mark', 'apt-cache'],
]);

/** The first command of a pipe whose failure nobody would see. */
function firstThatMayFail(dockerfile: Dockerfile, script: ShellScript): ShellCommand | undefined {
  const { commands, pipelines } = script;
  const saved = new Set(commands.filter((_, at) => commands[at + 1]?.joinedBy === '||'));
  for (const { commands: own, span } of pipelines) {
    const last = own.at(-1);
    // Where something is done about a failure, or it is asked for, nothing is hidden.
    if (own[0]?.conditional !== false || last === undefined || saved.has(last)) continue;
    if (isCondition(dockerfile, span.start)) continue;
    const found = own
      .slice(0, -1)
      .find((each) => each.program !== undefined && !each.substituted && !sure.has(each.name));
    if (found !== undefined) return found;
  }
  return undefined;
}

function offer(dockerfile: Dockerfile, run: RunInstruction, cure: string): Fix {
  if (cure === shellWithPipefail)
    return { title: `Add ${cure}`, edits: [addLineBefore(dockerfile, run, cure)] };
  const { source } = dockerfile;
  const [heredoc] = run.heredocs;
  if (heredoc === undefined)
    return { title: `Add ${setPipefail}`, edits: [insert(run.body.offsetOf(0), `${setPipefail} && `)] };
  const [shebang = ''] = /^#![^\n]*\n/.exec(source.slice(heredoc.bodySpan)) ?? [];
  const at = heredoc.bodySpan.start + shebang.length;
  const indent = source.indentAt(source.lineAt(at));
  return { title: `Add ${setPipefail}`, edits: [insert(at, `${indent}${setPipefail}${source.eol}`)] };
}
