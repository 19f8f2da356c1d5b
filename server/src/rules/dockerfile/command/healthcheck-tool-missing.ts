import { execCommand } from '../../../dockerfile/exec-command';
import { type HealthcheckInstruction } from '../../../dockerfile/model';
import { type ShellCommand } from '../../../shell/model';
import { dockerfileRule } from '../../rule';
import { startsWithoutShell } from '../hardened-runtime/started';
import { certainlyLacks } from './lacking-tools';

export const healthcheckToolMissing = dockerfileRule({
  id: 'healthcheck-tool-missing',
  summary: 'A health check must call a program that the image has.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: '{tool} is not in this image, so the check fails each time and the container counts as unhealthy. Install it, or check by a program that is there.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.targets) {
      const instruction = stage.effective('HEALTHCHECK');
      if (instruction?.keyword !== 'HEALTHCHECK' || instruction.onbuild !== undefined) continue;
      const tool = commandsOf(instruction).find(
        ({ name, program }) => program !== undefined && tools.has(name) && certainlyLacks(stage, name),
      );
      if (tool?.program === undefined) continue;
      // Without a shell nothing is called at all: dhi-shell-form-command.
      if (instruction.command?.json === undefined && startsWithoutShell(stage)) continue;
      report({ message: 'base', at: tool.program.span, data: { tool: tool.name } });
    }
  },
});

/** Programs that health checks call and that not every image has. */
const tools = new Set(['curl', 'wget', 'nc']);

function commandsOf({ command }: HealthcheckInstruction): readonly ShellCommand[] {
  if (command === undefined) return [];
  const { json, script } = command;
  const exec = json && execCommand(json);
  return exec === undefined ? (script?.commands ?? []) : [exec];
}
