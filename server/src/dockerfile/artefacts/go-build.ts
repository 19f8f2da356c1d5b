import { type ShellWord } from '../../shell/model';
import { known, UNKNOWN, valueOf, type Known } from '../../text/known';
import { commandFolder } from '../command-folder';
import { environmentOf } from '../command-environment';
import { resolvePath } from '../paths';
import { type Build, type BuildPlace } from './artefact';
import { goLinking } from './go-linking';
import { lastPart } from './places';
import { imageName } from './root-image';
import { type CallPlace } from './rust-linking';

/** A call of go, whose flags are written with one dash or two. */
interface GoCall {
  readonly verb: string;
  readonly flags: ReadonlyMap<string, ShellWord | string>;
  readonly operands: readonly ShellWord[];
}

/** https://pkg.go.dev/cmd/go#hdr-Compile_packages_and_dependencies */
const valueFlags = new Set([
  'C',
  'p',
  'o',
  'asmflags',
  'buildmode',
  'compiler',
  'covermode',
  'coverpkg',
  'gccgoflags',
  'gcflags',
  'installsuffix',
  'ldflags',
  'mod',
  'modfile',
  'overlay',
  'pgo',
  'pkgdir',
  'tags',
  'toolexec',
]);

/** What a call of go builds; `unknown` where it may put a program anywhere; absent where it builds none. */
export function goBuild(place: CallPlace): Build | 'unknown' | undefined {
  const call = goCall(place.command.args);
  // `go run` runs any code, such as a build script.
  if (call.verb === 'run') return 'unknown';
  if (call.verb !== 'build' && call.verb !== 'install') return undefined;
  const where = call.verb === 'install' ? installPlace(place) : buildPlace(place, call);
  if (where === undefined) return undefined;
  if (where === 'unknown') return 'unknown';
  const { linking, linkingOfNetworked } = goLinking(place);
  return { ...place, toolchain: 'go', place: where, linking, linkingOfNetworked };
}

function goCall([verb, ...words]: readonly ShellWord[]): GoCall {
  const flags = new Map<string, ShellWord | string>();
  const operands: ShellWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const [, name, value] = /^--?([A-Za-z]\w*)(?:=([^]*))?$/.exec(word.value) ?? [];
    if (name === undefined) operands.push(word);
    else if (value !== undefined) flags.set(name, word.literal ? value : word);
    else if (valueFlags.has(name)) flags.set(name, words[++at] ?? '');
    else flags.set(name, '');
  }
  return { verb: verb?.value ?? '', flags, operands };
}

function literal(value: ShellWord | string): Known<string> {
  if (typeof value === 'string') return known(value);
  return value.literal ? known(value.value) : UNKNOWN;
}

/** The program bears the name that `-o` gives, else that of its package, which stands in go.mod for the root package. */
function buildPlace(
  { stage, run, command }: CallPlace,
  { flags, operands }: GoCall,
): BuildPlace | 'unknown' | undefined {
  const start = commandFolder(stage, run, command);
  const change = flags.get('C');
  const into = change === undefined ? known('.') : literal(change);
  const folder = into.state === 'known' ? resolvePath(into.value, start) : UNKNOWN;
  const output = flags.get('o');
  if (output !== undefined) {
    const written = valueOf(literal(output));
    const path = written === undefined ? undefined : valueOf(resolvePath(written, folder));
    if (written === undefined || path === undefined) return 'unknown';
    // Beside the sources nothing tells a program from what else lies there.
    if (path === valueOf(folder)) return undefined;
    return { path, kind: written.endsWith('/') ? 'folder' : 'either' };
  }
  // Of several packages nothing is kept.
  const [only, ...more] = operands;
  const here = valueOf(folder);
  if (more.length > 0 || here === undefined || only?.literal === false)
    return here === undefined ? 'unknown' : undefined;
  const name = only === undefined ? '' : lastPart(only.value.replace(/\/$/, ''));
  const isNamed = /^\.?\.?\/?[\w.-]/.test(only?.value ?? '') && /^[\w-]+$/.test(name);
  return isNamed ? { path: `${here === '/' ? '' : here}/${name}`, kind: 'file' } : undefined;
}

/** https://pkg.go.dev/cmd/go#hdr-Compile_and_install_packages_and_dependencies */
function installPlace({ stage, run, command }: CallPlace): BuildPlace | 'unknown' {
  const variable = (name: string): Known<string> => environmentOf(stage, run, command, name);
  const bin = variable('GOBIN');
  if (bin.state === 'known' && bin.value !== '') return { path: bin.value, kind: 'folder' };
  const path = variable('GOPATH');
  if (bin.state === 'unknown' || path.state === 'unknown') return 'unknown';
  if (path.state === 'known' && path.value !== '') return { path: `${path.value}/bin`, kind: 'folder' };
  // ENV GOPATH of the official and the hardened image.
  if (imageName(stage) === 'golang') return { path: '/go/bin', kind: 'folder' };
  return stage.before(run).user.isRoot === true ? { path: '/root/go/bin', kind: 'folder' } : 'unknown';
}
