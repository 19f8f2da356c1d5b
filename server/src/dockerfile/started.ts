import { originalRepository } from '../image/bases';
import { officialName } from '../image/official-name';
import { type ShellCommand } from '../shell/model';
import { lastPart } from './artefacts/places';
import { rootOf } from './chain';
import { execCommand } from './exec-command';
import { isShell } from './interpreters';
import { type CommandInstruction, type JsonForm, type Stage } from './model';

/** What a container of a stage starts with. */
export interface Started {
  /** The instruction that names the program. */
  readonly instruction: CommandInstruction;
  /** One in exec form; in shell form all that its script holds. */
  readonly commands: readonly ShellCommand[];
}

/**
 * What a container starts with, seen through `tini` and its like. Absent where nothing in the file says so, where the
 * image's own entry point may run it otherwise, and where it cannot be read.
 */
export function startedBy(stage: Stage): Started | undefined {
  const entrypoint = commandInstruction(stage, 'ENTRYPOINT');
  const command = commandInstruction(stage, 'CMD');
  if (entrypoint === undefined && stage.effective('ENTRYPOINT') !== undefined) return undefined;
  if (entrypoint === undefined && !startsPlainly(stage)) return undefined;
  if (entrypoint !== undefined && entrypoint.json === undefined) return ofScript(entrypoint);
  const own = entrypoint?.json === undefined ? [] : withoutInit(entrypoint.json.items);
  if (entrypoint !== undefined && own.length > 0) return ofItems(entrypoint, own);
  // The words of a shell form CMD are `/bin/sh -c …`, which an init program takes as well.
  if (command === undefined) return undefined;
  return command.json === undefined ? ofScript(command) : ofItems(command, withoutInit(command.json.items));
}

function commandInstruction(stage: Stage, keyword: 'CMD' | 'ENTRYPOINT'): CommandInstruction | undefined {
  const found = stage.effective(keyword);
  return found?.keyword === 'CMD' || found?.keyword === 'ENTRYPOINT' ? found : undefined;
}

function ofScript(instruction: CommandInstruction): Started | undefined {
  const { script } = instruction;
  return script?.complete === true ? { instruction, commands: script.commands } : undefined;
}

type Items = JsonForm['items'];

function ofItems(instruction: CommandInstruction, items: Items): Started | undefined {
  const span = items[0]?.span;
  const command = span && execCommand({ items, span });
  // What a shell is handed as one word is not read here.
  return command === undefined || isShell(command.name) ? undefined : { instruction, commands: [command] };
}

/** Programs that start another one and wait for it. */
const INITS = new Set(['tini', 'dumb-init', 'catatonit']);

function withoutInit(items: Items): Items {
  if (!INITS.has(lastPart(items[0]?.value ?? ''))) return items;
  const separator = items.findIndex(({ value }) => value === '--');
  if (separator > 0) return items.slice(separator + 1);
  const program = items.findIndex(({ value }, at) => at > 0 && !value.startsWith('-'));
  return program < 0 ? [] : items.slice(program);
}

/** Official images that have no entry point, or one that runs the command as it stands. */
const PLAIN = new Set(['python', 'debian', 'ubuntu', 'alpine', 'buildpack-deps', 'node', 'scratch']);

function startsPlainly(stage: Stage): boolean {
  const { base } = rootOf(stage);
  if (base.isScratch || base.facts.entrypoint.state === 'absent') return true;
  if (base.facts.entrypoint.state === 'known' || base.image === undefined) return false;
  const repository = originalRepository(base.image.repository);
  // The images of uv on a distribution have none: https://github.com/astral-sh/uv/blob/main/.github/workflows/build-docker.yml
  if (repository === 'ghcr.io/astral-sh/uv')
    return /(?:alpine|debian|trixie|bookworm)/.test(base.image.tag ?? '');
  return PLAIN.has(officialName(repository) ?? '');
}
