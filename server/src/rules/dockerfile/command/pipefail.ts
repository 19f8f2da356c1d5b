import { addLineBefore } from '../../../dockerfile/edits';
import { interpreterOf } from '../../../dockerfile/interpreters';
import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { instructionsOf } from '../../../dockerfile/walk';
import { insertAfter } from '../../../shell/edits';
import { type ShellCommand, type ShellScript, type Wrapper } from '../../../shell/model';
import { insert } from '../../../text/edit';
import { HintedPattern } from '../../../text/hinted-pattern';
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
        if (script === undefined || script.pipelines.length === 0 || unnoticedIn(script).length === 0)
          continue;
        const cure = cureFor(stage, run);
        if (cure === undefined) continue;
        const found = unnoticedIn(script).find(
          ({ start, inner }) =>
            !isCondition(dockerfile, start) && (inner === undefined || knowsPipefail(stage, inner, cure)),
        );
        if (found === undefined) continue;
        const { command, inner } = found;
        report({
          message: 'base',
          at: command.program?.span ?? command.span,
          data: { program: command.name },
          findOffers: () => [
            inner === undefined ? offer(dockerfile, run, cure) : offerWithin(dockerfile, inner),
          ],
        });
      }
  },
});

const setPipefail = 'set -o pipefail';
const shellWithPipefail = 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]';

type Cure = typeof setPipefail | typeof shellWithPipefail;

/**
 * How pipefail can be had here: by a word to the shell that runs, by another shell, or not as far as is known. bash and
 * BusyBox have it, dash of the Debian releases in use has not.
 */
function cureFor(stage: Stage, run: RunInstruction): Cure | undefined {
  const state = stage.before(run);
  const words = valueOf(state.shell);
  if (words?.some((word) => word.includes('pipefail')) === true) return undefined;
  if (state.variable('SHELLOPTS').state !== 'absent') return undefined;
  const interpreter = valueOf(run.interpreter);
  if (interpreter === 'bash' || interpreter === 'ash') return setPipefail;
  const { packageManager, libc, hardened } = stage.base.facts;
  const manager = valueOf(packageManager);
  const isOwnShell = words !== undefined && interpreterOf(words) === 'sh';
  if (interpreter !== 'sh' || !isOwnShell || hardened !== undefined || manager === undefined)
    return undefined;
  if (manager === 'apt') {
    // SHELL is for the shell form alone.
    const takesShell = run.heredocs.length === 0 && run.json === undefined;
    return takesShell && valueOf(libc) === 'glibc' ? shellWithPipefail : undefined;
  }
  return manager === 'none' ? undefined : setPipefail;
}

/** Whether what starts here is asked whether it fails: `if a | b`. */
function isCondition({ source }: Dockerfile, start: number): boolean {
  return conditionBefore.test(source.text.slice(Math.max(0, start - 20), start));
}

const conditionBefore = new HintedPattern(/(?:\b(?:if|elif|while|until)|!)\s+$/, 'if', 'while', 'until', '!');

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

/** A command of a pipe whose failure nobody would see. */
interface Unnoticed {
  readonly command: ShellCommand;
  /** Of the pipe. */
  readonly start: number;
  /** The `bash -c` that the pipe stands in. */
  readonly inner?: Wrapper | undefined;
}

/** Of each pipe of a script the first command whose failure nobody would see; none where the script sees to it. */
const unnoticedIn = factOf((script: ShellScript): readonly Unnoticed[] => {
  const { commands, pipelines, complete, text } = script;
  if (!complete || text.text.includes('pipefail')) return [];
  const saved = new Set(commands.filter((_, at) => commands[at + 1]?.joinedBy === '||'));
  const found: Unnoticed[] = [];
  for (const { commands: own, span } of pipelines) {
    const [first] = own;
    const last = own.at(-1);
    // Where something is done about a failure, or it is asked for, nothing is hidden.
    if (first?.conditional !== false || last === undefined || saved.has(last)) continue;
    const command = own.find((each) => each !== last && mayFail(each));
    if (command === undefined) continue;
    const inner = first.wrappers.findLast(({ name, span: { end } }) => end <= span.start && name !== 'eval');
    found.push({ command, start: span.start, inner });
  }
  // What comes from the network straight into a shell is a fault of its own, which pipe-to-shell reports.
  return found.length > 0 && pipedCode(script).length > 0 ? [] : found;
});

function mayFail({ program, substituted, name }: ShellCommand): boolean {
  return program !== undefined && !substituted && !sure.has(name);
}

/** Whether what runs a script of its own, such as `bash -c`, is a shell that is known to have pipefail. */
function knowsPipefail({ base }: Stage, { name }: Wrapper, cure: Cure): boolean {
  if (name === 'bash' || name === 'ash') return true;
  const manager = valueOf(base.facts.packageManager);
  return name === 'sh' && cure === setPipefail && manager !== undefined && manager !== 'apt';
}

/** For the shell of `bash -c 'a | b'`: what is set outside does not reach it. */
function offerWithin({ source }: Dockerfile, { words: [program] }: Wrapper): Fix | undefined {
  const edit = program && insertAfter(source, program, ' -o pipefail');
  return edit && { title: 'Add -o pipefail', edits: [edit] };
}

function offer(dockerfile: Dockerfile, run: RunInstruction, cure: Cure): Fix {
  if (cure === shellWithPipefail)
    return { title: `Add ${cure}`, edits: [addLineBefore(dockerfile, run, cure)] };
  const { source } = dockerfile;
  const [heredoc] = run.heredocs;
  if (heredoc === undefined) {
    const { text } = run.script ?? { text: run.body };
    return { title: `Add ${setPipefail}`, edits: [insert(text.offsetOf(0), `${setPipefail} && `)] };
  }
  const [shebang = ''] = /^#![^\n]*\n/.exec(source.slice(heredoc.bodySpan)) ?? [];
  const at = heredoc.bodySpan.start + shebang.length;
  const indent = source.indentAt(source.lineAt(at));
  return { title: `Add ${setPipefail}`, edits: [insert(at, `${indent}${setPipefail}${source.eol}`)] };
}
