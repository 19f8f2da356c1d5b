import { type Dockerfile, type Stage } from '../dockerfile/model';
import { rootOf } from '../dockerfile/chain';
import { isWindowsImage } from '../dockerfile/windows';
import { programOf } from '../dockerfile/interpreters';
import { type Refusal } from './plan';

/** Programs that want a whole system around them. */
const systems = /^(?:systemd|init|supervisord|s6-svscan|runit|runsvdir|openrc|rc-init|sshd|crond|cron)$/;

/** Why a file is not touched at all; absent where there is something to do. */
export function refusalOf(dockerfile: Dockerfile): Refusal | undefined {
  const { stages, targets } = dockerfile;
  if (stages.length === 0) return refused('There is no FROM in this file, so there is nothing to migrate.');
  const unknown = dockerfile.instructions.find(({ keyword }) => keyword === 'UNKNOWN');
  if (unknown !== undefined)
    return refused(
      `Line ${dockerfile.source.lineAt(unknown.span.start) + 1} begins with \`${unknown.keywordText}\`, which is no instruction that is known here, so what the file does is not certain.`,
    );
  if (isUnfinished(dockerfile))
    return refused(
      'The last instruction goes on at the end of the file: a line or the end of a heredoc is missing.',
    );
  if (stages.some(({ base }) => base.image !== undefined && isWindowsImage(base.image)))
    return refused('It builds on Windows, and there are no hardened images for Windows.');
  for (const stage of targets) {
    const root = rootOf(stage);
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

/** Whether what is written below the file would still be part of its last instruction. */
function isUnfinished({ source, escape, instructions }: Dockerfile): boolean {
  const last = instructions.at(-1);
  if (last === undefined) return false;
  const line = source.slice(source.lineSpan(source.lineAt(last.span.end))).trimEnd();
  return line.endsWith(escape) || last.heredocs.some(({ closed }) => !closed);
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
