import { type ImageReference } from '../../image/reference';
import { type ShellCommand } from '../../shell/model';
import { type Known } from '../../text/known';
import { type CopyInstruction, type Mount, type RunInstruction, type Stage } from '../model';

/** How a program finds its C library: it holds it, or the loader of that library must be there when it starts. */
export type Linking = 'static' | 'glibc' | 'musl';

export type Toolchain = 'cargo' | 'rustc' | 'go' | 'c' | 'dotnet';

/** A program, or a folder of programs, that a command of a RUN compiles. */
export interface Build {
  readonly toolchain: Toolchain;
  readonly stage: Stage;
  readonly run: RunInstruction;
  readonly command: ShellCommand;
  readonly place: BuildPlace;
  readonly linking: Known<Linking>;
  /**
   * Set where `linking` is unknown because Go links the C library only into programs that look up hosts or accounts:
   * how it then is.
   */
  readonly linkingOfNetworked?: Linking | undefined;
  /** Folder name of cargo's profile: `release`, `debug`; absent for other tools. */
  readonly profile?: Known<string> | undefined;
}

/** Where a build puts its programs. */
export interface BuildPlace {
  /** Absolute. */
  readonly path: string;
  /** `either`: the tool decides by what is there already, or by how many programs it builds. */
  readonly kind: 'file' | 'folder' | 'either';
  /** A folder that the tool keeps all its output in, the programs' among others. */
  readonly tree?: string | undefined;
}

/** Where a path of a stage comes from. */
export type Origin = BuiltOrigin | ImageOrigin | { readonly kind: 'context' } | { readonly kind: 'unknown' };

export interface BuiltOrigin {
  readonly kind: 'built';
  readonly build: Build;
  /** Where the build put it, before it was copied or moved: a program, or the folder of programs. */
  readonly path: string;
  /** True where what was asked for is a folder that holds it, perhaps with other files. */
  readonly inFolder: boolean;
  /** Set where it went into a cache mount and nothing took it out again, so that it lies in no layer. */
  readonly cached?: CachedPlace | undefined;
  /** The first copy or move on its way; absent where it is taken from where it was built. */
  readonly step?: Step | undefined;
}

/** One copy or move on the way. */
export interface Step {
  readonly instruction: RunInstruction | CopyInstruction;
  /** Absent for COPY. */
  readonly command?: ShellCommand | undefined;
}

export interface CachedPlace {
  readonly mount: Mount;
  /** Where the mount is. */
  readonly folder: string;
}

/** Nothing in the file makes it: the image has it, or nobody. */
export interface ImageOrigin {
  readonly kind: 'image';
  /** Absent where its name is not known, and for scratch. */
  readonly reference: ImageReference | undefined;
  readonly path: string;
}
