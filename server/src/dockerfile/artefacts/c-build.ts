import { hasFlag } from '../../shell/flags';
import { type ShellCommand } from '../../shell/model';
import { known, UNKNOWN, valueOf, type Known } from '../../text/known';
import { commandFolder } from '../command-folder';
import { resolvePath } from '../paths';
import { type Build, type Linking } from './artefact';
import { exactFlag } from './exact-flag';
import { rootBase } from './root-image';
import { type CallPlace } from './rust-linking';

const compilers = new Set(['gcc', 'g++', 'cc', 'c++', 'clang', 'clang++']);
/** https://gcc.gnu.org/onlinedocs/gcc/Overall-Options.html: these stop before a program is linked. */
const noProgram = /^(?:-c|-S|-E|-M+|-r|-shared|--shared|-fsyntax-only|--version|-v|-dump\w+|-print-.*)$/;
const ownRuntime =
  /^(?:-nostdlib|-nostartfiles|-nodefaultlibs|-nolibc|-ffreestanding|@.*|--sysroot.*|--target.*|-target|-m32|-specs=.*)$/;

/** What a call of a C compiler builds; `unknown` where it may put a program anywhere; absent where it builds none. */
export function cBuild(place: CallPlace): Build | 'unknown' | undefined {
  const { stage, run, command } = place;
  if (!compilers.has(command.name)) return undefined;
  if (command.args.some(({ value }) => noProgram.test(value))) return undefined;
  const output = exactFlag(command, '-o');
  if (output?.literal === false) return 'unknown';
  const path = valueOf(resolvePath(output?.value ?? 'a.out', commandFolder(stage, run, command)));
  if (path === undefined) return 'unknown';
  return { ...place, toolchain: 'c', place: { path, kind: 'file' }, linking: linkingOf(place, command) };
}

/** https://gcc.gnu.org/onlinedocs/gcc/Link-Options.html */
function linkingOf({ stage }: CallPlace, command: ShellCommand): Known<Linking> {
  if (hasFlag(command, '-static', '--static', '-static-pie')) return known('static');
  if (
    command.args.some(({ value, literal }) => ownRuntime.test(value) || (!literal && value.startsWith('$')))
  )
    return UNKNOWN;
  if (command.args.some(({ value }) => /-static\b(?!-lib)/.test(value))) return UNKNOWN;
  const libc = valueOf(rootBase(stage).facts.libc);
  return libc === 'glibc' || libc === 'musl' ? known(libc) : UNKNOWN;
}
