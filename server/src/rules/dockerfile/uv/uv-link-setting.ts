import { environmentOf } from '../../../dockerfile/command-environment';
import { type RunInstruction, type Stage } from '../../../dockerfile/model';
import { hasFlag } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';

/** The line that makes uv copy out of its cache: https://docs.astral.sh/uv/reference/settings/#link-mode */
export const setLinkMode = 'ENV UV_LINK_MODE=copy';

/** Whether a call of uv is told how to bring files out of its cache, or may be. */
export function isToldLinkMode(stage: Stage, run: RunInstruction, command: ShellCommand): boolean {
  return (
    hasFlag(command, '--link-mode') || environmentOf(stage, run, command, 'UV_LINK_MODE').state !== 'absent'
  );
}
