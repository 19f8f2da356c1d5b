import { chainOf } from '../../../dockerfile/chain';
import { type CopyInstruction, type PlainInstruction, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { type ImageFacts } from '../../../image/facts';
import { valueOf } from '../../../text/known';
import { type Span } from '../../../text/span';
import { pathBelow } from '../context/copy-target';

/** A volume that the user of a container cannot write. */
export interface RootVolume {
  /** Absolute, without a slash behind. */
  readonly path: string;
  readonly span: Span;
  readonly instruction: PlainInstruction;
  /** The copy that makes it root's; absent where nothing brings the folder, so that the engine makes it. */
  readonly copy?: CopyInstruction;
  /** Whether the image has the folder, and has it as root's. */
  readonly isOfImage: boolean;
}

/** Volumes of a stage that belong to root, as far as that is certain. */
export function rootVolumes(stage: Stage): readonly RootVolume[] {
  const chain = chainOf(stage);
  return chain.flatMap((each) =>
    instructionsOf(each, 'VOLUME').flatMap((instruction) =>
      wordsOf(instruction).flatMap(({ path, span }): readonly RootVolume[] => {
        if (chain.some((one) => mayGive(one, path))) return [];
        const isOfImage = isRootsOwn(stage.base.facts, path);
        const copies = chain.flatMap((one) =>
          instructionsOf(one, ['COPY', 'ADD']).filter((copy) => isInto(copy, path)),
        );
        const [copy] = copies.filter(
          ({ flags }) => !flags.some(({ name }) => name === 'chown' || name === 'chmod'),
        );
        if (copy !== undefined) return [{ path, span, instruction, copy, isOfImage }];
        return copies.length === 0 && lacksFolder(stage.base.facts, path)
          ? [{ path, span, instruction, isOfImage }]
          : [];
      }),
    ),
  );
}

function wordsOf({
  json,
  args,
}: PlainInstruction): readonly { readonly path: string; readonly span: Span }[] {
  const words = json?.items ?? args.map(({ text, span }) => ({ value: text, span }));
  return words
    .filter(({ value }) => /^\/[\w./-]+$/.test(value))
    .map(({ value, span }) => ({ path: value.replace(/\/$/, ''), span }));
}

/** Whether a copy brings the folder of the volume, or files in it. */
function isInto(copy: CopyInstruction, volume: string): boolean {
  const destination = valueOf(copy.destinationPath);
  return destination !== undefined && pathBelow(volume, destination) !== undefined;
}

/**
 * Whether something may give the folder to the user: any command, a copy that brings a folder above it, a work dir that
 * BuildKit makes for the user in force.
 * @see https://docs.docker.com/reference/dockerfile/#workdir
 */
function mayGive(stage: Stage, volume: string): boolean {
  return stage.instructions.some((instruction) => {
    if (instruction.keyword === 'RUN' || instruction.keyword === 'ONBUILD') return true;
    if (instruction.keyword === 'WORKDIR') {
      const path = valueOf(instruction.path);
      const isOthers = stage.before(instruction).user.isRoot !== true;
      return (
        path === undefined ||
        (isOthers && pathBelow(volume, path) !== undefined && !isRootsOwn(stage.base.facts, volume))
      );
    }
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
    const destination = valueOf(instruction.destinationPath);
    return (
      destination === undefined || (destination !== volume && pathBelow(destination, volume) !== undefined)
    );
  });
}

/** Folders that images have, whose owners are not known. */
export const ofSystem =
  /^\/(?:var|home|tmp|run|usr|etc|opt|srv|mnt|media|root|dev|proc|sys|lib\d*|s?bin)(?:\/|$)/;

/** Whether a hardened image certainly has no such folder, or has it as root's. */
export function lacksFolder(facts: ImageFacts, path: string): boolean {
  const { entrypoint, ports, hardened } = facts;
  if (hardened?.listed === undefined) return false;
  if (isRootsOwn(facts, path)) return true;
  // What brings a program of its own may bring its folders as well.
  if (entrypoint.state !== 'absent' || ports.state !== 'known' || ports.value.length > 0) return false;
  const { workdir, environment, paths, command } = hardened.listed.facts;
  const known = [
    workdir ?? '',
    ...Object.values(environment).map((value) => value ?? ''),
    ...paths,
    ...(command ?? []),
  ];
  const top = path.split('/').slice(0, 2).join('/');
  return !ofSystem.test(path) && !known.some((each) => pathBelow(top, each) !== undefined);
}

/** The work dir of some images belongs to root, although they run as somebody else. */
function isRootsOwn({ hardened }: ImageFacts, path: string): boolean {
  const listed = hardened?.listed?.facts;
  return listed?.workdirOwner === 0 && listed.workdir !== undefined && path === listed.workdir;
}
