import { flagValue } from '../../shell/flags';
import { type ShellCommand } from '../../shell/model';
import { ABSENT, known, UNKNOWN, valueOf, type Known } from '../../text/known';
import { chainOf } from '../chain';
import { environmentOf } from '../command-environment';
import { type RunInstruction, type Stage } from '../model';
import { ModelMap } from '../model-map';
import { commandsOf, instructionsOf } from '../walk';
import { type Linking } from './artefact';
import { imageName, rootBase } from './root-image';

/** Where a compiler is called. */
export interface CallPlace {
  readonly stage: Stage;
  readonly run: RunInstruction;
  readonly command: ShellCommand;
}

/** The target triple that a call of cargo or rustc names; absent where it builds for the host. */
export function rustTarget({ stage, run, command }: CallPlace): Known<string> {
  const flag = flagValue(command, '--target');
  if (flag !== undefined) return flag.literal ? known(flag.value) : UNKNOWN;
  if (command.name !== 'cargo') return ABSENT;
  const variable = environmentOf(stage, run, command, 'CARGO_BUILD_TARGET');
  return variable.state === 'known' && variable.value === '' ? ABSENT : variable;
}

/**
 * How a call of cargo or rustc links. Programs for musl hold their C library unless they are told not to, those for GNU
 * need glibc unless they are told not to.
 * @see https://doc.rust-lang.org/reference/linkage.html#static-and-dynamic-c-runtimes
 */
export function rustLinking(place: CallPlace): Known<Linking> {
  const target = rustTarget(place);
  if (target.state === 'unknown') return UNKNOWN;
  const libc = target.state === 'known' ? libcOfTarget(target.value) : hostLibc(place);
  if (libc === undefined) return UNKNOWN;
  const isStatic = staticRuntime(place, valueOf(target));
  if (isStatic === 'unknown') return UNKNOWN;
  return known((isStatic ?? libc === 'musl') ? 'static' : libc);
}

function libcOfTarget(triple: string): 'glibc' | 'musl' | undefined {
  // cargo-zigbuild takes a version of glibc behind the triple: `…-linux-gnu.2.17`.
  const [, abi] = /^[a-z\d_]+-(?:unknown-)?linux-(gnu|musl)(?:eabi|eabihf)?(?:[.\d]*)$/.exec(triple) ?? [];
  if (abi === undefined) return undefined;
  return abi === 'musl' ? 'musl' : 'glibc';
}

/**
 * rustup takes the host's own C library. Alpine's packages link dynamically for their own triple, so on musl it must be
 * known that the compiler is Rust's own: as in the images named rust, or from rustup.
 */
function hostLibc({ stage, command }: CallPlace): 'glibc' | 'musl' | undefined {
  const libc = valueOf(rootBase(stage).facts.libc);
  if (
    command.args[0]?.value.startsWith('+') === true &&
    !/^\+(?:stable|beta|nightly|\d[\d.]*)$/.test(command.args[0].value)
  )
    return undefined;
  if ((libc !== 'glibc' && libc !== 'musl') || choosesHost(stage)) return undefined;
  if (libc === 'glibc') return libc;
  const isOwn =
    imageName(stage) === 'rust' && !stage.effects.packages.some(({ name }) => /^(?:rust|cargo)/.test(name));
  return isOwn ? libc : undefined;
}

/** Whether a toolchain for another host may have been chosen. */
function choosesHost(stage: Stage): boolean {
  const toolchain = stage.final.variable('RUSTUP_TOOLCHAIN');
  if (toolchain.state === 'unknown' || valueOf(toolchain)?.includes('linux') === true) return true;
  return chainOf(stage).some(setsToolchain);
}

const setters = new ModelMap<Stage, boolean>();

function setsToolchain(stage: Stage): boolean {
  let sets = setters.get(stage);
  if (sets === undefined) {
    const commands = instructionsOf(stage, 'RUN', { triggers: true }).flatMap(commandsOf);
    sets = commands.some(
      ({ name, args }) =>
        rustups.has(name) &&
        !(name === 'rustup' && args[0]?.value === 'target') &&
        args.some(({ value }) => value.includes('musl') || value.includes('$')),
    );
    setters.set(stage, sets);
  }
  return sets;
}

/** rustup, its installer, and the shells that the installer's script is piped into. */
const rustups = new Set(['rustup', 'rustup-init', 'sh', 'bash']);

/** Whether flags make the C runtime part of the program, or keep it out; absent where none speaks of it. */
export function staticRuntime(place: CallPlace, target: string | undefined): boolean | 'unknown' | undefined {
  const { stage, run, command } = place;
  if (flagValue(command, '--config') !== undefined) return 'unknown';
  const texts = [command.args.map(({ value }) => value).join(' ')];
  if (command.args.some(({ value }) => value.startsWith('$'))) return 'unknown';
  for (const name of flagVariables(target)) {
    const value = environmentOf(stage, run, command, name);
    if (value.state === 'unknown') return 'unknown';
    if (value.state === 'known') texts.push(value.value);
  }
  const text = texts.join(' ');
  const found = [...text.matchAll(/([+-])crt-static/g)].map(([, sign]) => sign === '+');
  if (found.length === 0) return /-static\b|linker=/.test(text) ? 'unknown' : undefined;
  return found.every((each) => each === found[0]) ? found[0] : 'unknown';
}

/** https://doc.rust-lang.org/cargo/reference/config.html#buildrustflags */
function flagVariables(target: string | undefined): readonly string[] {
  const targets =
    target === undefined
      ? ['x86_64', 'aarch64'].flatMap((cpu) => [`${cpu}-unknown-linux-gnu`, `${cpu}-unknown-linux-musl`])
      : [target];
  return [
    'RUSTFLAGS',
    'CARGO_ENCODED_RUSTFLAGS',
    'CARGO_BUILD_RUSTFLAGS',
    ...targets.map((each) => `CARGO_TARGET_${each.toUpperCase().replace(/[-.]/g, '_')}_RUSTFLAGS`),
  ];
}
