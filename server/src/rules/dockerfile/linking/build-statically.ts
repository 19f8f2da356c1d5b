import { type Build, type BuiltOrigin } from '../../../dockerfile/artefacts/artefact';
import { cargoCommand } from '../../../dockerfile/artefacts/cargo-command';
import { imageName, rootBase } from '../../../dockerfile/artefacts/root-image';
import { rustTarget, staticRuntime } from '../../../dockerfile/artefacts/rust-linking';
import { type Argument, type CopyInstruction } from '../../../dockerfile/model';
import { insertAfter } from '../../../shell/edits';
import { insert, replace } from '../../../text/edit';
import { type Source } from '../../../text/source';
import { type Fix } from '../../rule';

/** Offers to link a program statically where it is built. */
export function buildStatically(
  source: Source,
  origin: BuiltOrigin,
  taken: { readonly copy: CopyInstruction; readonly source: Argument },
): Fix | undefined {
  const { build } = origin;
  switch (build.toolchain) {
    case 'go':
      return withoutCgo(source, build);
    case 'c':
      return linkedStatically(source, build);
    case 'cargo':
      return forMusl(source, origin, taken);
    default:
      return undefined;
  }
}

/** Only where nobody asked for cgo: who did has C code to compile. */
function withoutCgo(source: Source, { command, linkingOfNetworked }: Build): Fix | undefined {
  const { program, span, wrappers } = command;
  if (program?.raw !== source.slice(program?.span ?? span)) return undefined;
  if (linkingOfNetworked === undefined || wrappers.some(({ name }) => name !== 'env')) return undefined;
  const start = wrappers.length > 0 ? program.span.start : span.start;
  return { title: 'Build with CGO_ENABLED=0', edits: [insert(start, 'CGO_ENABLED=0 ')] };
}

function linkedStatically(source: Source, { command: { program } }: Build): Fix | undefined {
  const edit = program && insertAfter(source, program, ' -static');
  return edit && { title: 'Link with -static', edits: [edit] };
}

/** rustup brings the library of the target with it; the folder of the target then has its name. */
function forMusl(
  source: Source,
  { build, path, step, cached }: BuiltOrigin,
  { source: { text, span } }: { readonly source: Argument },
): Fix | undefined {
  const { stage, command, place } = build;
  const call = cargoCommand(command);
  const tree = place.tree;
  const isOwn = imageName(stage) === 'rust' && rootBase(stage).facts.hardened === undefined;
  if (call?.verb !== 'build' || tree === undefined || !isOwn || step !== undefined || cached !== undefined)
    return undefined;
  if (rustTarget(build).state !== 'absent' || command.wrappers.length > 0 || command.assignments.length > 0)
    return undefined;
  // A musl build that is told to be dynamic is no better off.
  const isStatic = staticRuntime(build, target) ?? true;
  if (isStatic !== true) return undefined;
  const flag = insertAfter(source, call.verbWord, ` --target ${target}`);
  // The source of the COPY is written as the path is, but for the first slash.
  const written = text.replace(/^(?!\/)/, '/');
  if (flag === undefined || written !== path) return undefined;
  const moved = `${tree}/${target}${path.slice(tree.length)}`;
  return {
    title: `Build for ${target}`,
    edits: [
      insert(command.span.start, `rustup target add ${target} && `),
      flag,
      replace(span, text.startsWith('/') ? moved : moved.slice(1)),
    ],
    confirm: 'For machines with ARM processors the target is aarch64-unknown-linux-musl.',
  };
}

const target = 'x86_64-unknown-linux-musl';
