import { rootOf } from '../../../dockerfile/chain';
import { programOf } from '../../../dockerfile/interpreters';
import { type CommandInstruction, type Stage } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';
import { mayHaveGainedShell } from '../hardened/gained-shell';

/** What a container of a stage starts. */
export interface Started {
  /** That of this file. */
  readonly entrypoint: CommandInstruction | undefined;
  /** That of this file. */
  readonly command: CommandInstruction | undefined;
  /**
   * Whether CMD names what is started, or an entry point gets its words: that of this file, or the image's. Unknown where
   * nobody knows the image's. A shell that runs the entry point drops them.
   */
  readonly commandGoes: 'started' | 'to file' | 'to image' | 'nowhere' | 'unknown';
  /** The image's, where nothing in this file takes its place. */
  readonly imageEntrypoint?: readonly string[];
}

export function startedBy(stage: Stage): Started {
  const entrypoint = commandOf(stage, 'ENTRYPOINT');
  const command = commandOf(stage, 'CMD');
  if (entrypoint !== undefined) {
    const words = entrypoint.json?.items.map(({ value }) => value);
    return {
      entrypoint,
      command,
      commandGoes: words === undefined ? 'nowhere' : handsOn(words) ? 'started' : 'to file',
    };
  }
  const { entrypoint: ofImage } = stage.base.facts;
  if (ofImage.state === 'absent') return { entrypoint, command, commandGoes: 'started' };
  const imageEntrypoint = valueOf(ofImage);
  if (imageEntrypoint === undefined) return { entrypoint, command, commandGoes: 'unknown' };
  return {
    entrypoint,
    command,
    commandGoes: handsOn(imageEntrypoint) ? 'started' : 'to image',
    imageEntrypoint,
  };
}

function commandOf(stage: Stage, keyword: 'CMD' | 'ENTRYPOINT'): CommandInstruction | undefined {
  const found = stage.effective(keyword);
  return found?.keyword === keyword && found.body.text !== '' ? found : undefined;
}

/** Programs that start another: https://github.com/krallin/tini, https://github.com/Yelp/dumb-init */
const inits = new Set(['tini', 'tini-static', 'dumb-init', 'catatonit']);

/** Whether an entry point does nothing but start what CMD names. */
export function handsOn(words: readonly string[]): boolean {
  return startedWord(words) === undefined;
}

/** The program that an entry point starts, seen through an init; absent where that is given by CMD. */
export function startedWord([first, ...others]: readonly string[]): string | undefined {
  if (first === undefined || !inits.has(programOf(first))) return first;
  return others.find((word) => !word.startsWith('-'));
}

/** Whether nothing that the container starts finds a shell. */
export function startsWithoutShell(stage: Stage): boolean {
  return stage.final.shell.state === 'absent' && !mayHaveGainedShell(stage);
}

/** The image that a stage and those below it stand on, as written. */
export function imageOf(stage: Stage): string {
  const { base } = rootOf(stage);
  return base.text;
}
