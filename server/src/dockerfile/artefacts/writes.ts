import { type ShellCommand } from '../../shell/model';
import { type Known, valueOf } from '../../text/known';
import { commandFolder } from '../command-folder';
import { type CopyInstruction, type RunInstruction, type Stage } from '../model';
import { ModelMap } from '../model-map';
import { resolvePath } from '../paths';
import { commandsOf } from '../walk';
import { type Build } from './artefact';
import { cBuild } from './c-build';
import { dotnetBuild } from './dotnet-build';
import { goBuild } from './go-build';
import { type Move, moveOf } from './moves';
import { QUIET_PROGRAMS, WRITING_PROGRAMS } from './quiet-programs';
import { rustBuild } from './rust-build';
import { type CallPlace } from './rust-linking';

/** Something that a stage does to its files, as far as built programs are concerned. */
export type Write =
  | {
      readonly kind: 'build';
      readonly run: RunInstruction;
      readonly command: ShellCommand;
      readonly build: Build;
    }
  | {
      readonly kind: 'move';
      readonly run: RunInstruction;
      readonly command: ShellCommand;
      readonly move: Move;
    }
  /** The target is absent where it is not known. */
  | {
      readonly kind: 'copy';
      readonly run: undefined;
      readonly copy: CopyInstruction;
      readonly target: string | undefined;
    }
  /** Writes where it says: these paths, and nowhere else. */
  | { readonly kind: 'paths'; readonly run: RunInstruction; readonly paths: readonly string[] }
  /** May write anywhere. */
  | { readonly kind: 'opaque'; readonly run: RunInstruction | undefined };

const read = new ModelMap<Stage, readonly Write[]>();

/** What a stage's own instructions do to files, in order. */
export function writesOf(stage: Stage): readonly Write[] {
  let writes = read.get(stage);
  if (writes === undefined) {
    writes = readWrites(stage);
    read.set(stage, writes);
  }
  return writes;
}

function readWrites(stage: Stage): readonly Write[] {
  const writes: Write[] = [];
  // The triggers of the stage below run first.
  if (stage.base.stage?.instructions.some(({ keyword }) => keyword === 'ONBUILD') === true)
    writes.push({ kind: 'opaque', run: undefined });
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD')
      writes.push({
        kind: 'copy',
        run: undefined,
        copy: instruction,
        target: valueOf(instruction.destinationPath),
      });
    else if (instruction.keyword === 'RUN') writes.push(...writesOfRun(stage, instruction));
  }
  return writes;
}

function writesOfRun(stage: Stage, run: RunInstruction): readonly Write[] {
  const opaque: Write = { kind: 'opaque', run };
  const mountsUnknown = run.mounts.some(({ type, target }) => type === 'cache' && target.state === 'unknown');
  if (run.script?.complete !== true || mountsUnknown) return [opaque];
  return commandsOf(run).flatMap((command) => {
    const write = writeOf({ stage, run, command });
    return write === 'unknown' ? opaque : (write ?? []);
  });
}

const BUILDERS = new Set(['cargo', 'go', 'rustc', 'dotnet', 'gcc', 'g++', 'cc', 'c++', 'clang', 'clang++']);

function writeOf(place: CallPlace): Write | 'unknown' | undefined {
  const { stage, run, command } = place;
  const build = builtBy(place);
  if (build === 'unknown') return build;
  if (build !== undefined) return { kind: 'build', run, command, build };
  const folder = commandFolder(stage, run, command);
  const move = moveOf(command, folder);
  if (move === 'unknown') return move;
  if (move !== undefined) return { kind: 'move', run, command, move };
  const isQuiet =
    BUILDERS.has(command.name) ||
    (QUIET_PROGRAMS.has(command.name) && (command.program === undefined || command.name !== ''));
  if (!isQuiet) return 'unknown';
  const paths = writtenPaths(command, folder);
  return paths.length > 0 ? { kind: 'paths', run, paths } : undefined;
}

function builtBy(place: CallPlace): Build | 'unknown' | undefined {
  switch (place.command.name) {
    case 'cargo':
    case 'rustc':
      return rustBuild(place);
    case 'go':
      return goBuild(place);
    case 'dotnet':
      return dotnetBuild(place);
    default:
      return cBuild(place);
  }
}

function writtenPaths({ name, args, redirects }: ShellCommand, folder: Known<string>): readonly string[] {
  const targets = redirects.flatMap(({ operator, target }) =>
    operator.startsWith('>') && target?.literal === true ? target.value : [],
  );
  const words = WRITING_PROGRAMS.has(name)
    ? args.map(({ value }) => value.replace(/^-{1,2}[\w-]+=?(?=\/)/, ''))
    : [];
  return [...targets, ...words].flatMap((word) => valueOf(resolvePath(word, folder)) ?? []);
}
