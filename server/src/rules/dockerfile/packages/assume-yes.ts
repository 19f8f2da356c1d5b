import { chainOf } from '../../../dockerfile/chain';
import { type RunInstruction, type Stage } from '../../../dockerfile/model';
import { insertAfter } from '../../../shell/edits';
import { flagValues, hasFlag } from '../../../shell/flags';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { dockerfileRule, type DockerfileRule, type RuleMeta, type Severity } from '../../rule';
import { isAnswered } from './answered';
import { mayHoldFlags } from './kept-cache';
import { packageRunsOf, spanOfCall } from './package-runs';

/** What the rules of the family differ in. */
interface AssumeYesRule {
  readonly id: string;
  /** Names of managers; of one that asks in some releases only, the severity. */
  readonly managers: Readonly<Record<string, Severity>>;
  readonly sameAs: RuleMeta['sameAs'];
}

/** A rule against a package manager that asks whether to go ahead, where nobody can answer. */
export function assumeYesRule({ id, managers, sameAs = {} }: AssumeYesRule): DockerfileRule {
  const [name = ''] = Object.keys(managers);
  return dockerfileRule({
    id,
    summary: `\`${name}\` must be told to go ahead, as nobody answers its question in a build.`,
    severity: 'error',
    fix: 'safe',
    messages: {
      base: '{program} {verb} asks whether to continue. Nobody can answer in a build, so it stops here: -y says yes.',
      some: '{program} {verb} asks whether to continue in some releases, and nobody can answer in a build: -y says yes.',
    },
    sameAs,
    since: '0.1.0',
    mentions: Object.keys(managers),
    check({ dockerfile, source, report }) {
      for (const stage of dockerfile.stages)
        for (const { run, calls } of packageRunsOf(stage))
          for (const call of calls) {
            const { manager, command, verb, action } = call;
            const severity = managers[manager.name];
            if (severity === undefined || !manager.asks.includes(action)) continue;
            if (saysYes(call) || isAnswered(command) || isConfigured(stage, run)) continue;
            const edit = insertAfter(source, verb, ' -y');
            report({
              message: severity === 'error' ? 'base' : 'some',
              at: spanOfCall(call),
              severity,
              data: { program: command.name, verb: action },
              fix: edit && { title: 'Add -y', edits: [edit] },
            });
          }
    },
  });
}

function saysYes({ manager, command }: PackageCommand): boolean {
  return (
    hasFlag(command, ...manager.quiet) ||
    mayHoldFlags(command) ||
    flagValues(command, '--setopt').some(({ value }) => /assume(?:yes|no)/i.test(value))
  );
}

/** Whether a file of the manager's settings says so, as far as the stage and those below it write one. */
function isConfigured(stage: Stage, run: RunInstruction): boolean {
  return (
    chainOf(stage).some(({ instructions }) =>
      instructions.some((each) => {
        if (each.stage === stage && each.index > run.index) return false;
        if (each.keyword === 'COPY' || each.keyword === 'ADD')
          return (
            each.destination !== undefined && /(?:yum|dnf|zypp\w*)\.conf|\/etc\/dnf/.test(each.body.text)
          );
        return each.keyword === 'RUN' && /assumeyes/i.test(each.script?.text.text ?? '') && each !== run;
      }),
    ) || /assumeyes\s*=/i.test(run.script?.text.text ?? '')
  );
}
