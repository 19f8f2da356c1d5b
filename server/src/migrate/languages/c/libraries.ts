import { type Linking } from '../../../dockerfile/artefacts/artefact';
import { rootBase } from '../../../dockerfile/artefacts/root-image';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { type Shipment } from '../language';
import { type MadeProgram } from './made-program';

const projectFiles = ['Makefile', 'makefile', 'GNUmakefile', 'CMakeLists.txt', 'meson.build', 'configure.ac'];

/** How it finds its C library; absent where that is not known. */
export function linkingOf(shipment: Shipment, { stage }: MadeProgram): Linking | undefined {
  const words = instructionsOf(stage, 'RUN').flatMap((run) =>
    commandsOf(run).flatMap(({ args, assignments }) => [
      ...args.map(({ value }) => value),
      ...assignments.flatMap(({ value }) => value?.value ?? []),
    ]),
  );
  const texts = projectFiles.flatMap((name) => shipment.textOf(name) ?? []);
  if ([...words, ...texts].some((text) => /(?:^|[\s='",])-{1,2}static(?:-pie)?(?=$|[\s'",;)])/.test(text)))
    return 'static';
  const { image, facts } = rootBase(stage);
  // https://hub.docker.com/_/gcc: on Debian
  if (image?.repository === 'docker.io/library/gcc' || image?.repository === 'docker.io/library/ubuntu')
    return 'glibc';
  const libc = valueOf(facts.libc);
  return libc === 'glibc' || libc === 'musl' ? libc : undefined;
}

/** Whether it is C++, whose library no `static` image has; absent where that is not known. */
export function isCpp({ context, textOf }: Shipment, { stage }: MadeProgram): boolean | undefined {
  const compilers = instructionsOf(stage, 'RUN').flatMap((run) => commandsOf(run).map(({ name }) => name));
  if (compilers.some((name) => /^(?:g\+\+|c\+\+|clang\+\+)$/.test(name))) return true;
  const entries = context.tree?.entries;
  const cmake = textOf('CMakeLists.txt');
  if (entries?.some(({ path }) => /\.(?:cpp|cc|cxx|hpp)$/.test(path)) === true) return true;
  if (cmake !== undefined && /\bCXX\b/.test(cmake)) return true;
  if (entries?.some(({ path }) => path.endsWith('.c')) === true) return false;
  return compilers.some((name) => /^(?:gcc|cc|clang)$/.test(name)) ? false : undefined;
}
