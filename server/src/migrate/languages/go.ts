import { type Linking } from '../../dockerfile/artefacts/artefact';
import { insert } from '../../text/edit';
import { valueOf } from '../../text/known';
import { type Step, type Unresolved } from '../plan';
import { readCompiled, standsOnSystem } from './compiled/read-compiled';
import { startedProgram, type StartedProgram } from './compiled/started-program';
import { type Language, type Shipment } from './language';

/** Modules that are C code below: https://pkg.go.dev/cmd/cgo */
const cgoModules =
  /\b(?:github\.com\/mattn\/go-sqlite3|github\.com\/confluentinc\/confluent-kafka-go|github\.com\/libgit2\/git2go|gopkg\.in\/gographics\/imagick|github\.com\/h2non\/bimg|github\.com\/davidbyttow\/govips|github\.com\/google\/gopacket|gocv\.io\/x\/gocv|github\.com\/pebbe\/zmq4|github\.com\/bytedance\/gopkg\/cgo)\b/;

/** Go: one program, linked without C where nothing in it is C. */
export const go: Language = {
  id: 'go',
  name: 'Go',
  read(shipment) {
    if (!standsOnSystem(shipment)) return undefined;
    const program = startedProgram(shipment);
    if (program?.origin.build.toolchain !== 'go') {
      const isRun = shipment.start?.words[0] === 'go' && shipment.start.words[1] === 'run';
      return isRun
        ? {
            refuse:
              '`go run` compiles the program each time a container starts, and the runtime image has no compiler. Build it with `go build -o` and start the result; then this file can be migrated.',
          }
        : undefined;
    }
    const { linking, steps, unresolved } = linkingOf(shipment, program);
    if (linking === undefined) return undefined;
    return readCompiled(shipment, {
      program,
      linking,
      steps,
      unresolved,
      isToolchain: ({ name }) => name === 'go',
      isBuildVariable: (name) => /^(?:GO\w*|CGO_\w+)$/.test(name),
      ignore: ['bin', 'dist', '*.test', 'coverage.out'],
      why: 'Of all that Go needs to compile, only the program has to run.',
    });
  },
};

interface LinkingSteps {
  readonly linking: Linking | undefined;
  readonly steps: readonly Step[];
  readonly unresolved: readonly Unresolved[];
}

function linkingOf({ dockerfile, textOf }: Shipment, { origin: { build } }: StartedProgram): LinkingSteps {
  const known = valueOf(build.linking);
  if (known !== undefined) return { linking: known, steps: [], unresolved: [] };
  const { program, span, wrappers } = build.command;
  const modules = textOf('go.mod');
  const usesC =
    (modules !== undefined && cgoModules.test(modules)) ||
    build.stage.effects.packages.some(
      ({ name }) => /^(?:lib[\w.+-]+-dev|[\w.+-]+-dev)$/.test(name) && !/^(?:musl|libc6?)-dev$/.test(name),
    );
  const byDefault = build.linkingOfNetworked;
  if (byDefault === undefined) return { linking: undefined, steps: [], unresolved: [] };
  const isPlain = wrappers.length === 0 && program?.raw === dockerfile.source.slice(program?.span ?? span);
  if (usesC || !isPlain) return { linking: byDefault, steps: [], unresolved: [] };
  return {
    linking: 'static',
    unresolved: [],
    steps: [
      {
        id: `cgo-${build.run.index}`,
        title: 'Compile without C (`CGO_ENABLED=0`)',
        why: 'Where a C compiler is there, Go links the C library into programs that use the network. Without it the program needs no library at all, and runs on the smallest image.',
        ...(modules === undefined && {
          confirm:
            'If a module of this program is C code (sqlite3, for one), it does not work without cgo. `go.mod` could not be read, so this is not certain.',
        }),
        edits: [insert(span.start, 'CGO_ENABLED=0 ')],
      },
    ],
  };
}
