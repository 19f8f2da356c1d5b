import { type NoCounterpart } from '../../image/counterpart/model';
import { type ImageReference } from '../../image/reference';
import { type ShellCommand } from '../../shell/model';
import {
  type CopyInstruction,
  type Dockerfile,
  type Instruction,
  type RunInstruction,
  type Stage,
} from '../../dockerfile/model';
import { type BuildContext } from '../../workspace/context';
import { type HardenedBase } from '../hardened-base';
import { type Reason, type Step, type Unresolved } from '../plan';
import { type Start } from '../start';

/**
 * What the migration must be told of one language. The core does all that holds for every image: it finds the stages,
 * splits a stage that builds and ships, swaps base images, takes accounts, package managers and certificates out, writes
 * exec form, raises ports. A language says what its own commands leave behind and what of it has to run.
 *
 * To add one: a file here that exports a `Language`, a line in registry.ts, and fixtures in
 * test/migrate/fixtures/<id>/<name>/ (Dockerfile, files of its build context, expected.Dockerfile, plan.md;
 * `UPDATE_FIXTURES=1 npx mocha test/migrate/fixtures.test.ts` writes the last two, to be read by a person).
 *
 * Unknown is not guilty: what a language does not know it leaves out of its reading, and the core takes the careful way.
 */
export interface Language {
  /** Name of its file and of its folder of fixtures. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** Reads a stage that ships; absent where the stage is not of this language. The first language that answers has it. */
  readonly read: (shipment: Shipment) => Reading | undefined;
}

/** A stage that ships, with all that it inherits. */
export interface Shipment {
  readonly dockerfile: Dockerfile;
  readonly context: BuildContext;
  /** The stage itself. */
  readonly stage: Stage;
  /** The stage, the one that it stands on, and so on; the last of them stands on an image. */
  readonly chain: readonly [Stage, ...Stage[]];
  /** The image below; absent for scratch, and where the name is not known. */
  readonly image: ImageReference | undefined;
  /** Hardened images in its place; absent where there is none. They agree in version and distribution. */
  readonly runtime: HardenedBase | undefined;
  readonly build: HardenedBase | undefined;
  /** Why there is no runtime image. */
  readonly none: NoCounterpart | undefined;
  /** What the RUNs of the chain call, from the lowest stage on. */
  readonly calls: readonly Call[];
  /** What a container starts; absent where nothing in the file says so, or where only a shell could tell. */
  readonly start: Start | undefined;
  /** The work directory at the end; absent where it is not known. */
  readonly workdir: string | undefined;
  /** Text of a file of the build context; absent where it is not known. */
  readonly textOf: (path: string) => string | undefined;
}

/** A command of a RUN. */
export interface Call {
  readonly stage: Stage;
  readonly run: RunInstruction;
  readonly command: ShellCommand;
}

/**
 * What becomes of a command where the stage is split:
 * - `installs`: it stays in the builder, and all that has to run of it are the artefacts of the reading;
 * - `builds`: it stays in the builder, and may change the project's own files, so that they are copied on from there;
 *   this is what the core assumes of a command that nobody knows;
 * - `drop`: it is taken out, as a hardened image has no use for it.
 */
export type CommandRole = 'installs' | 'builds' | 'drop';

/** What a language knows of a stage that ships. All but the first is for stages that are split. */
export interface Reading {
  /** Images to stand on, where those of the shipment are not the right ones: `static` for what a compiler made. */
  readonly runtime?: HardenedBase | undefined;
  readonly build?: HardenedBase | undefined;
  /** Roles of the commands that it knows. */
  readonly commands?: ReadonlyMap<ShellCommand, CommandRole>;
  /** Why those of the role `drop` go; where absent, the words about packages are used. */
  readonly drops?: Reason;
  /** Whether a file of the build context (a source of a COPY, by its last name) is read by the build alone. */
  readonly isManifest?: ((name: string) => boolean) | undefined;
  /** Whether a COPY brings what the build alone uses: a tool from its image. */
  readonly isBuildOnly?: ((copy: CopyInstruction) => boolean) | undefined;
  /** Whether what is copied from another image, by its last name, serves the build alone: `composer`. */
  readonly isTool?: ((name: string) => boolean) | undefined;
  /** Whether a variable means nothing to what runs. */
  readonly isBuildVariable?: ((name: string) => boolean) | undefined;
  /** What is copied from the builder to what ships. */
  readonly artefacts?: readonly Artefact[];
  /** Instructions for what ships, below the artefacts: `ENV PATH="/opt/venv/bin:$PATH"`. */
  readonly lines?: readonly string[];
  /** Lines for the builder, above an instruction of the stage. Part of the split. */
  readonly prepare?: { readonly before: Instruction; readonly lines: readonly string[] } | undefined;
  /** Lines at the end of the builder, such as what takes packages out that only the build needs. Part of the split. */
  readonly finish?: (Reason & { readonly lines: readonly string[] }) | undefined;
  /** Other changes of the file, each its own step: of build stages, of commands in the builder, of COPY --from. */
  readonly steps?: readonly Step[];
  /** Build stages whose FROM the steps have changed already. */
  readonly handled?: ReadonlySet<Stage>;
  /** Another way to start the same, where the runtime image lacks the program: `npm start` → `node server.js`. */
  readonly startAs?: ((words: readonly string[]) => StartChange | undefined) | undefined;
  /** Words that ask an address and fail where it does not answer, for a health check that called curl. */
  readonly checks?: ((url: string) => readonly string[]) | undefined;
  /** Ports that the hardened image listens on by itself, by those of the image before. */
  readonly ports?: ReadonlyMap<number, number> | undefined;
  /** Names that belong into `.dockerignore`. */
  readonly ignore?: readonly string[];
  readonly unresolved?: readonly Unresolved[];
  /** Why nothing can be done; the file then stays as it is. */
  readonly refuse?: string | undefined;
  /** A sentence or two for the plan: what is copied on, and why that is enough. */
  readonly why?: string;
}

/** Something that the builder made and that has to run. */
export interface Artefact {
  /** Absolute, in the builder; the same in what ships unless `target` says another. */
  readonly path: string;
  readonly target?: string;
  /** Whether the program writes it, so that it must belong to its user. */
  readonly owned?: boolean;
}

export interface StartChange extends Reason {
  readonly words: readonly string[];
}
