import { cargoCommand } from '../../dockerfile/artefacts/cargo-command';
import { insertAfter } from '../../shell/edits';
import { hasFlag } from '../../shell/flags';
import { valueOf } from '../../text/known';
import { type Step, type Unresolved } from '../plan';
import { insert, replace, type Edit } from '../../text/edit';
import { buildSystem } from '../hardened-base';
import { copyOfLibraries } from '../packages/copy-lines';
import { closureOf } from '../packages/libraries';
import { readCompiled, standsOnSystem } from './compiled/read-compiled';
import { startedProgram, type StartedProgram } from './compiled/started-program';
import { type Language, type Shipment } from './language';

/** Rust: one program, taken out of the cache where the build leaves it there. */
export const rust: Language = {
  id: 'rust',
  name: 'Rust',
  read(shipment) {
    if (!standsOnSystem(shipment)) return undefined;
    const program = startedProgram(shipment);
    const toolchain = program?.origin.build.toolchain;
    if (program === undefined || (toolchain !== 'cargo' && toolchain !== 'rustc')) return undefined;
    const linking =
      shipment.context.has('.cargo') === true ? undefined : valueOf(program.origin.build.linking);
    if (linking === undefined) return undefined;
    const { unresolved, lines } =
      linking === 'glibc' ? openssl(shipment, program) : { unresolved: [], lines: [] };
    const installed = intoUsrLocal(shipment, program);
    return readCompiled(shipment, {
      program: installed === undefined ? program : { ...program, path: installed.path },
      linking,
      steps: [...outOfCache(shipment, program), ...locked(shipment, program), ...(installed?.steps ?? [])],
      unresolved,
      lines,
      isToolchain: ({ name }) => ['cargo', 'rustc', 'rustup', 'strip'].includes(name),
      isBuildVariable: (name) => /^(?:CARGO_\w+|RUST(?:FLAGS|C\w*|UP\w*|DOCFLAGS)|CARGO)$/.test(name),
      ignore: ['target'],
      why: 'Of all that Cargo needs to compile, only the program has to run.',
    });
  },
};

/** What a build leaves in a cache mount is in no layer: it is copied to another place in the same RUN. */
function outOfCache({ dockerfile, stage }: Shipment, { origin, isOwn }: StartedProgram): readonly Step[] {
  const { cached, build, path } = origin;
  const copy = origin.step;
  const source = copy?.instruction.keyword === 'COPY' ? copy.instruction.sources[0] : undefined;
  if (
    cached === undefined ||
    isOwn ||
    copy?.instruction.stage !== stage ||
    source === undefined ||
    copy.instruction.keyword !== 'COPY'
  )
    return [];
  if (copy.instruction.sources.length !== 1) return [];
  const last = build.run.script?.commands.at(-1);
  if (last?.span.end !== build.run.span.end || build.run.heredocs.length > 0) return [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  const kept = `/usr/local/bin/${name}`;
  const { source: text } = dockerfile;
  const isLong = text.lineAt(build.run.span.start) !== text.lineAt(build.run.span.end);
  const joint = isLong
    ? ` && ${dockerfile.escape}${text.eol}${text.indentAt(text.lineAt(build.run.span.end))}`
    : ' && ';
  const edits: readonly Edit[] = [
    insert(last.span.end, `${joint}cp ${path} ${kept}`),
    replace(source.span, kept),
  ];
  return [
    {
      id: `out-of-cache-${build.run.index}`,
      title: `Take \`${name}\` out of the cache`,
      why: `Cargo writes into \`${cached.folder}\`, which is a cache mount: what lies there is in no layer, and COPY does not find it. The same RUN now copies the program to \`${kept}\`.`,
      edits,
    },
  ];
}

function locked({ dockerfile, context }: Shipment, { origin: { build } }: StartedProgram): readonly Step[] {
  const call = cargoCommand(build.command);
  if (
    call?.verb !== 'build' ||
    context.has('Cargo.lock') !== true ||
    hasFlag(build.command, '--locked', '--frozen', '--offline')
  )
    return [];
  const edit = insertAfter(dockerfile.source, call.verbWord, ' --locked');
  return edit === undefined
    ? []
    : [
        {
          id: `cargo-locked-${build.run.index}`,
          title: 'Build with the versions of `Cargo.lock`',
          why: 'Without `--locked` Cargo takes newer versions of the dependencies where the lock file does not fit, and nobody notices.',
          edits: [edit],
        },
      ];
}

/** `cargo install` puts programs where its image keeps Cargo, which the hardened image keeps elsewhere, and no PATH leads there. */
function intoUsrLocal(
  { dockerfile, stage }: Shipment,
  { origin, isOwn, path }: StartedProgram,
): { readonly steps: readonly Step[]; readonly path: string } | undefined {
  const { build } = origin;
  const call = cargoCommand(build.command);
  if (
    call?.verb !== 'install' ||
    hasFlag(build.command, '--root') ||
    !origin.path.startsWith('/usr/local/cargo/bin/')
  )
    return undefined;
  const flag = insertAfter(dockerfile.source, call.verbWord, ' --root /usr/local');
  if (flag === undefined) return undefined;
  const edits: Edit[] = [flag];
  const moved = `/usr/local/bin/${origin.path.slice(origin.path.lastIndexOf('/') + 1)}`;
  const copy = origin.step?.instruction;
  if (!isOwn) {
    const source =
      copy?.keyword === 'COPY' && copy.stage === stage && copy.sources.length === 1
        ? copy.sources[0]
        : undefined;
    if (source?.text !== origin.path) return undefined;
    edits.push(replace(source.span, moved));
  }
  return {
    path: isOwn ? moved : path,
    steps: [
      {
        id: `cargo-root-${build.run.index}`,
        title: 'Install the program to `/usr/local/bin`',
        why: 'The hardened image keeps Cargo in another folder, and no PATH leads to it in what ships. `/usr/local/bin` is where programs are looked for in both.',
        edits,
      },
    ],
  };
}

/** OpenSSL is the one library beside the C library that many programs load. */
function openssl(
  { dockerfile, textOf, stage }: Shipment,
  { origin: { build }, isOwn }: StartedProgram,
): { readonly unresolved: readonly Unresolved[]; readonly lines: readonly string[] } {
  const lock = textOf('Cargo.lock');
  const isVendored = lock !== undefined && /^name = "openssl-src"$/m.test(lock);
  const usesIt =
    lock !== undefined
      ? /^name = "openssl-sys"$/m.test(lock)
      : build.stage.effects.packages.some(({ name }) => /^(?:libssl|openssl)-dev$/.test(name));
  if (isVendored || !usesIt) return { unresolved: [], lines: [] };
  const from = isOwn ? undefined : build.stage.name;
  const system = buildSystem(build.stage);
  const closure = closureOf('libssl-dev', system) ?? closureOf('openssl-dev', system);
  if (from !== undefined && closure !== undefined)
    return {
      unresolved: [],
      lines: copyOfLibraries(dockerfile, new Map([['OpenSSL', closure]]), {
        from,
        repository: 'static',
        system,
      }),
    };
  return {
    lines: [],
    unresolved: [
      {
        at: stage.from.span,
        text: 'The program loads OpenSSL when it starts, which `static` does not have. Switch to rustls, link it in (`openssl` with its `vendored` feature), or copy libssl and libcrypto from the builder.',
        comment:
          'the program loads OpenSSL, which this image does not have: use rustls or the vendored feature.',
      },
    ],
  };
}
