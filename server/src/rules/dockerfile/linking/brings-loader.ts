import { type Arrival, arrivalsOf } from '../../../dockerfile/artefacts/arrivals';
import { chainOf } from '../../../dockerfile/chain';
import { type CopyInstruction, type Stage } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';

/** Folders that loaders and C libraries lie in, and what such folders lie in. */
const libraryFolder = /^\/(?:$|usr$|lib|usr\/lib)/;
const library = /(?:^|\/)(?:lib(?:64|32|x32)?(?:\/|$)|ld-|libc\.)|\.so\b/;
const plainFile = /\.(?:sh|json|ya?ml|toml|conf|env|txt|html|pem|crt)$|^\/etc\/(?:passwd|group)$/;
const compatibility = /glibc|gcompat|libc6|musl|ld-linux/;

/**
 * Whether something may bring the loader and the library of another C library to the stage, or to one that it stands on:
 * then it is not certain that a program lacks them.
 */
export function mayBringLoader(stage: Stage): boolean {
  return chainOf(stage).some((each) =>
    each.instructions.some((instruction) => {
      if (instruction.keyword === 'ONBUILD') return true;
      if (instruction.keyword === 'RUN') return compatibility.test(instruction.text.text);
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
      return (
        instruction.sources.some(({ text }) => library.test(text)) || fillsLibraryFolder(each, instruction)
      );
    }),
  );
}

/** Whether more than programs and plain files is put where libraries lie. */
function fillsLibraryFolder(stage: Stage, copy: CopyInstruction): boolean {
  const target = valueOf(copy.destinationPath);
  if (target !== undefined && !libraryFolder.test(target)) return false;
  const programs = new Set(arrivalsOf(stage).flatMap((each) => (isProgram(each) ? each.source : [])));
  return copy.sources.some((source) => !programs.has(source) && !plainFile.test(source.text));
}

function isProgram({ origin }: Arrival): boolean {
  if (origin.kind === 'built') return !origin.inFolder;
  return origin.kind === 'image' && /\/bin\/[\w.-]+$|^\/uvx?$/.test(origin.path);
}
