import { type Linking } from '../../../dockerfile/artefacts/artefact';
import { hardenedFor, type HardenedBase } from '../../hardened-base';
import { type ShellCommand } from '../../../shell/model';
import { type Step, type Unresolved } from '../../plan';
import { type CommandRole, type Reading, type Shipment } from '../language';
import { assetsOf } from './assets';
import { staticImage } from './static-image';
import { type StartedProgram } from './started-program';

/** What a language knows of its program. */
export interface Compiled {
  readonly program: Pick<StartedProgram, 'path' | 'isOwn'>;
  /** After the steps. */
  readonly linking: Linking;
  readonly steps: readonly Step[];
  readonly unresolved: readonly Unresolved[];
  /** Commands of the toolchain. */
  readonly isToolchain: (command: ShellCommand) => boolean;
  readonly isBuildVariable: (name: string) => boolean;
  /** Lines for what ships, such as libraries. */
  readonly lines?: readonly string[];
  readonly ignore: readonly string[];
  readonly why: string;
}

/** Images that hold a system or nothing: a compiled program needs no more of them than its C library. */
const plain = new Set(['debian-base', 'alpine-base', 'static', 'busybox', 'golang', 'rust', 'gcc', 'build']);

/** Whether the image below a stage may be left for `static`. */
export function standsOnSystem({ runtime, image }: Shipment): boolean {
  if (runtime !== undefined) return plain.has(runtime.repository);
  return /^(?:docker\.io\/library\/(?:debian|ubuntu|alpine|busybox|golang|rust|gcc|buildpack-deps|fedora|rockylinux|almalinux|amazonlinux)|gcr\.io\/distroless\/.*|cgr\.dev\/.*|registry\.access\.redhat\.com\/.*)$/.test(
    image?.repository ?? '',
  );
}

export function readCompiled(shipment: Shipment, compiled: Compiled): Reading | undefined {
  const { program, linking, isToolchain } = compiled;
  const runtime = staticImage(linking);
  if (runtime === undefined) return undefined;
  const assets = program.isOwn ? assetsOf(shipment) : { artefacts: [], unresolved: [] };
  const commands = new Map<ShellCommand, CommandRole>();
  for (const { command } of shipment.calls) if (isToolchain(command)) commands.set(command, 'installs');
  return {
    runtime,
    build: shipment.build ?? systemToBuild(shipment),
    commands,
    isManifest: () => true,
    isBuildVariable: compiled.isBuildVariable,
    artefacts: program.isOwn ? [{ path: program.path }, ...assets.artefacts] : [],
    ...(compiled.lines !== undefined && { lines: compiled.lines }),
    steps: compiled.steps,
    unresolved: [...compiled.unresolved, ...assets.unresolved],
    ignore: compiled.ignore,
    why: `${compiled.why} ${whyStatic(linking)}`,
  };
}

function systemToBuild({ image }: Shipment): HardenedBase | undefined {
  return hardenedFor(image?.repository === 'docker.io/library/alpine' ? 'alpine' : 'debian', 'build');
}

function whyStatic(linking: Linking): string {
  return linking === 'static'
    ? 'The program brings all that it needs, so `static` is enough: certificates, time zones, a user without rights, and nothing else.'
    : `The program loads ${linking} when it starts, so it ships on the \`static\` image that has it, and nothing else.`;
}
