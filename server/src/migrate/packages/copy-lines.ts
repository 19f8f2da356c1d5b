import { type Dockerfile } from '../../dockerfile/model';
import { isHeld } from './held';
import { type Closure } from './libraries';
import { listed } from '../../text/listed';

/** As long as a line of the file may get before it is broken. */
const width = 110;

interface Way {
  /** Stage that has the packages. */
  readonly from: string;
  /** Of the runtime image. */
  readonly repository: string;
  /** Of the stage that has the packages. */
  readonly system: string | undefined;
}

/**
 * Instructions that copy the closures of packages, each file once. A COPY follows links at its source and keeps their names,
 * so that a library arrives as the loader asks for it; `/usr/lib` is among the folders that it looks through, whatever the
 * architecture.
 * @see https://manpages.debian.org/trixie/manpages/ld.so.8.en.html
 */
export function copyOfLibraries(
  { escape, source: { eol } }: Pick<Dockerfile, 'escape' | 'source'>,
  closures: ReadonlyMap<string, Closure>,
  { from, repository, system }: Way,
): readonly string[] {
  const folder = system?.startsWith('alpine') === true ? '/usr/lib' : '/usr/lib/*-linux-gnu';
  const libraries = new Set([...closures.values()].flatMap((each) => each.libraries));
  const files = new Map(
    [...closures.values()].flatMap((each) => each.files.map((file) => [file.from, file])),
  );
  const copied = [...libraries].filter((library) => !isHeld(library, repository, system));
  const lines: string[] = [];
  if (copied.length > 0) {
    const words = copied.map((library) => `${folder}/${library}`);
    const single = `COPY --from=${from} ${words.join(' ')} /usr/lib/`;
    const own = [...closures].filter(([, closure]) =>
      closure.libraries.some((each) => copied.includes(each)),
    );
    lines.push(
      single.length <= width
        ? single
        : [
            `# The libraries of ${listed(own.map(([name]) => name))}, with those that they load themselves`,
            [`COPY --from=${from}`, ...filled(words), '/usr/lib/'].join(` ${escape}${eol}    `),
          ].join(eol),
    );
  }
  for (const { from: path, to = path } of files.values()) lines.push(`COPY --from=${from} ${path} ${to}`);
  return lines;
}

/** Words in lines, as many as go into one. */
function filled(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 7 > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
