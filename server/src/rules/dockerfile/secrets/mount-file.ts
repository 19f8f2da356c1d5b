import { addMount } from '../../../dockerfile/add-mount';
import { removeInstruction } from '../../../dockerfile/edits';
import { type Dockerfile, type RunInstruction } from '../../../dockerfile/model';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { type Fix } from '../../rule';
import { type SecretCopy } from './secret-copies';

/** Programs that read a file without being told its name. */
const readers: Readonly<Record<string, readonly string[]>> = {
  '.npmrc': ['npm', 'npx', 'pnpm', 'yarn', 'bun'],
  '.netrc': ['git', 'curl', 'pip', 'pip3', 'go', 'uv'],
  '.git-credentials': ['git', 'go', 'pip', 'pip3', 'npm', 'cargo'],
  '.pypirc': ['twine'],
  id_rsa: ['git', 'ssh', 'scp', 'go', 'npm', 'pip', 'pip3'],
  id_ed25519: ['git', 'ssh', 'scp', 'go', 'npm', 'pip', 'pip3'],
};

/**
 * Hands a file to the steps that read it as a secret mount, and takes its COPY out. Absent where no later step of the
 * stage is seen to read it, where something else of the file comes along, and for a user whose number is not known.
 * @see https://docs.docker.com/reference/dockerfile/#run---mounttypesecret
 */
export function mountFile(dockerfile: Dockerfile, copy: SecretCopy): Fix | undefined {
  const { instruction, target, path } = copy;
  const { stage } = instruction;
  if (stage === undefined || target === undefined || instruction.sources.length > 1) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const later = instructionsOf(stage, 'RUN').filter(({ index }) => index > instruction.index);
  const runs = later.filter((run) => readsFile(run, name, target));
  if (runs.length === 0) return undefined;
  const mounts = runs.map((run) => mountOf(run, name, target));
  const edits = runs.map((run, index) => addMount(dockerfile, run, mounts[index] ?? ''));
  if (mounts.includes(undefined)) return undefined;
  return {
    title: `Mount "${name}" as a secret where it is used`,
    edits: [removeInstruction(dockerfile, instruction), ...edits],
    confirm: `The build must then be given the file: docker build --secret id=${idOf(name)},src=${path}`,
  };
}

function readsFile(run: RunInstruction, name: string, target: string): boolean {
  const text = [run.text, ...run.heredocs.map(({ body }) => body)].map((each) => each.text).join('\n');
  if (text.includes(target)) return true;
  const programs = Object.hasOwn(readers, name) ? (readers[name] ?? []) : [];
  return commandsOf(run).some((command) => programs.includes(command.name));
}

/** A secret belongs to root and only root may read it, unless the mount says otherwise. */
function mountOf(run: RunInstruction, name: string, target: string): string | undefined {
  const user = run.stage?.before(run).user;
  const mount = `--mount=type=secret,id=${idOf(name)},target=${target}`;
  if (user?.isRoot !== false) return mount;
  const uid = valueOf(user.name);
  return uid !== undefined && /^\d+$/.test(uid) ? `${mount},uid=${uid}` : undefined;
}

function idOf(name: string): string {
  return name.replace(/^[._]+/, '').replace(/[^\w-]+/g, '-');
}
