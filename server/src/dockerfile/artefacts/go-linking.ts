import { known, UNKNOWN, valueOf, type Known } from '../../text/known';
import { chainOf } from '../chain';
import { environmentOf } from '../command-environment';
import { type Stage } from '../model';
import { ModelMap } from '../model-map';
import { commandsOf, instructionsOf } from '../walk';
import { type Linking } from './artefact';
import { imageName, rootBase } from './root-image';
import { type CallPlace } from './rust-linking';

/** How a call of go links; the second where only programs that look up hosts or accounts are linked so. */
export interface GoLinking {
  readonly linking: Known<Linking>;
  readonly linkingOfNetworked?: Linking | undefined;
}

/**
 * Go needs a C library only through cgo, which is on by default where there is a C compiler. The standard library uses it
 * in `net` and `os/user`.
 * @see https://pkg.go.dev/cmd/cgo
 * @see https://pkg.go.dev/net#hdr-Name_Resolution
 */
export function goLinking(place: CallPlace): GoLinking {
  const { stage, run, command } = place;
  const goflags = environmentOf(stage, run, command, 'GOFLAGS');
  if (goflags.state === 'unknown') return { linking: UNKNOWN };
  const words = [...command.args.map(({ value }) => value), ...(valueOf(goflags)?.split(/\s+/) ?? [])];
  const text = words.join(' ');
  if (/-extldflags\b.*-static\b/.test(text)) return { linking: known('static') };
  const cgo = cgoOf(place);
  const mayDiffer =
    /-linkmode|-extld|-buildmode|-linkshared|-compiler|netgo|osusergo|static/.test(text) ||
    words.some((word) => /^(?:-\w+=)?['"]?\$/.test(word)) ||
    environmentOf(stage, run, command, 'CC').state !== 'absent';
  if (mayDiffer || cgo === undefined) return { linking: UNKNOWN };
  if (cgo === 'off') return { linking: known('static') };
  const libc = valueOf(rootBase(stage).facts.libc);
  if (libc !== 'glibc' && libc !== 'musl') return { linking: UNKNOWN };
  return cgo === 'on' ? { linking: known(libc) } : { linking: UNKNOWN, linkingOfNetworked: libc };
}

/** `on` where somebody asked for it, `default` where a compiler is there and nobody said a word. */
function cgoOf(place: CallPlace): 'on' | 'off' | 'default' | undefined {
  const { stage, run, command } = place;
  const asked = environmentOf(stage, run, command, 'CGO_ENABLED');
  if (asked.state === 'known') return asked.value === '0' ? 'off' : asked.value === '1' ? 'on' : undefined;
  if (asked.state === 'unknown' || chainOf(stage).some(writesSettings)) return undefined;
  // cgo is off for another platform than the compiler's own.
  const system = environmentOf(stage, run, command, 'GOOS');
  if (system.state === 'unknown' || (valueOf(system) ?? 'linux') !== 'linux') return undefined;
  if (environmentOf(stage, run, command, 'GOARCH').state !== 'absent') return undefined;
  const hasCompiler = compilerIn(place);
  return hasCompiler === undefined ? undefined : hasCompiler ? 'default' : 'off';
}

const written = new ModelMap<Stage, boolean>();

/** `go env -w CGO_ENABLED=0`, wherever it stands. */
function writesSettings(stage: Stage): boolean {
  let writes = written.get(stage);
  if (writes === undefined) {
    writes = instructionsOf(stage, 'RUN').some((run) =>
      commandsOf(run).some(
        ({ name, args }) => name === 'go' && args[0]?.value === 'env' && args[1]?.value === '-w',
      ),
    );
    written.set(stage, writes);
  }
  return writes;
}

/**
 * Official images on Debian have gcc, those on Alpine have not: https://github.com/docker-library/golang. Of hardened ones
 * the catalogue lists it.
 */
function compilerIn({ stage }: CallPlace): boolean | undefined {
  if (imageName(stage) !== 'golang') return undefined;
  const { facts } = rootBase(stage);
  if (
    stage.effects.packages.some(({ name }) =>
      /^(?:gcc|g\+\+|clang|build-base|build-essential|alpine-sdk)\b/.test(name),
    )
  )
    return true;
  if (facts.hardened !== undefined) return facts.hardened.listed?.facts.tools.includes('gcc');
  const libc = valueOf(facts.libc);
  return libc === undefined ? undefined : libc === 'glibc';
}
