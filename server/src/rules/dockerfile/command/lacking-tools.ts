import { chainOf, rootOf } from '../../../dockerfile/chain';
import { type Instruction, type Stage } from '../../../dockerfile/model';
import { packageCommandsOf } from '../../../dockerfile/package-commands';
import { officialName } from '../../../image/official-name';
import { type ImageReference } from '../../../image/reference';
import { commandsOf } from '../../../dockerfile/walk';
import { type ShellCommand } from '../../../shell/model';
import { valueOf } from '../../../text/known';

/**
 * Whether a stage certainly has no `curl`, `wget` or `nc`: its image is known to lack it, and nothing that the stage or
 * those below it do can bring it.
 */
export function certainlyLacks(stage: Stage, tool: string): boolean {
  const root = rootOf(stage);
  const isLacking =
    root.base.isScratch ||
    root.base.facts.shell.state === 'absent' ||
    (root.base.image !== undefined && imageLacks(root, root.base.image, tool));
  return (
    isLacking && !chainOf(stage).some(({ instructions }) => instructions.some((each) => mayBring(each, tool)))
  );
}

/** Official images that stand on a bare Debian or Ubuntu, or do where their tag says `slim`. */
const slim = new Set(['python', 'node', 'ruby', 'rust', 'perl']);
const bare = new Set(['debian', 'ubuntu']);
/** Official images that stand on Alpine and add no curl; BusyBox brings `wget` and `nc`. */
const withoutCurl = new Set(['alpine', 'python', 'node', 'ruby', 'rust', 'golang']);

function imageLacks({ base }: Stage, { repository, tag }: ImageReference, tool: string): boolean {
  const name = officialName(repository) ?? '';
  const manager = valueOf(base.facts.packageManager);
  if (manager === 'apt') return bare.has(name) || (slim.has(name) && (tag ?? '').split('-').includes('slim'));
  return manager === 'apk' && tool === 'curl' && withoutCurl.has(name);
}

/** Whether an instruction may put the tool into the image. */
function mayBring(instruction: Instruction, tool: string): boolean {
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD': {
      const path = valueOf(instruction.destinationPath);
      return (
        path === undefined ||
        path === '/' ||
        /\/s?bin(?:\/|$)/.test(path) ||
        /^\/(?:usr|opt)(?:\/local)?$/.test(path)
      );
    }
    case 'RUN': {
      if (instruction.script?.complete !== true || instruction.body.text.includes(tool)) return true;
      if (instruction.mounts.some(({ type }) => type === 'bind')) return true;
      const packages = new Set(packageCommandsOf(instruction).map(({ written }) => written));
      return commandsOf(instruction).some(
        (command) =>
          (packages.has(command) ? mayInstall(command, tool) : mayDoAnything(command)) ||
          command.args.some(({ value }) => value.includes(tool)),
      );
    }
    default:
      return false;
  }
}

function mayInstall({ args }: ShellCommand, tool: string): boolean {
  return args.some(
    ({ value, literal }) =>
      !literal || value.includes(tool) || /netcat|ncat|nmap|busybox|\.deb$|\.apk$/.test(value),
  );
}

/** Programs that bring no other programs. */
const harmless = new Set([
  ...[
    '',
    ':',
    '[',
    'adduser',
    'addgroup',
    'apt-mark',
    'awk',
    'cat',
    'cd',
    'chmod',
    'chown',
    'cp',
    'date',
    'echo',
  ],
  ...[
    'exit',
    'export',
    'find',
    'grep',
    'groupadd',
    'ln',
    'ls',
    'mkdir',
    'mv',
    'node',
    'printf',
    'python',
    'python3',
  ],
  ...[
    'rm',
    'sed',
    'set',
    'sleep',
    'sort',
    'tar',
    'test',
    'touch',
    'true',
    'useradd',
    'usermod',
    'update-ca-certificates',
  ],
]);

function mayDoAnything({ name, program }: ShellCommand): boolean {
  return program !== undefined && !harmless.has(name);
}
