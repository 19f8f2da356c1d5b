import { type Dockerfile, type Stage } from '../dockerfile/model';
import { chainOf } from '../dockerfile/chain';
import { isWindowsImage } from '../dockerfile/windows';
import { programOf } from '../dockerfile/interpreters';
import { type Refusal } from './plan';

/** Programs that want a whole system around them. */
const systems = /^(?:systemd|init|supervisord|s6-svscan|runit|runsvdir|openrc|rc-init|sshd|crond|cron)$/;

/** Why a file is not touched at all; absent where there is something to do. */
export function refusalOf(dockerfile: Dockerfile): Refusal | undefined {
  const { stages, targets } = dockerfile;
  if (stages.length === 0) return refused('There is no FROM in this file, so there is nothing to migrate.');
  if (stages.some(({ base }) => base.image !== undefined && isWindowsImage(base.image)))
    return refused('It builds on Windows, and there are no hardened images for Windows.');
  for (const stage of targets) {
    const root = chainOf(stage).at(-1) ?? stage;
    if (!root.base.isScratch && root.base.image === undefined)
      return refused(`What \`${root.base.text}\` stands for is not known, so nothing can take its place.`);
    const program = startedProgram(stage);
    if (program !== undefined && systems.test(program))
      return refused(
        `It starts \`${program}\`, which keeps several programs running. Hardened images run one program without root: give each program an image of its own first.`,
      );
  }
  return undefined;
}

function startedProgram(stage: Stage): string | undefined {
  for (const keyword of ['ENTRYPOINT', 'CMD'] as const) {
    const instruction = stage.effective(keyword);
    if (instruction?.keyword !== keyword) continue;
    const [first = ''] =
      instruction.json?.items.map(({ value }) => value) ?? instruction.body.text.split(/\s+/);
    if (first !== '') return programOf(first.replace(/^["']|["']$/g, ''));
  }
  return undefined;
}

function refused(reason: string): Refusal {
  return { kind: 'refusal', reasons: [reason] };
}
