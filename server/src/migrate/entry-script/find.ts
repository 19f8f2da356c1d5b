import { isShell, programOf, shebangOf } from '../../dockerfile/interpreters';
import { type CopyInstruction } from '../../dockerfile/model';
import { resolvePath } from '../../dockerfile/paths';
import { known, valueOf } from '../../text/known';
import { contextSources } from '../../rules/dockerfile/context/context-copies';
import { copiedFile } from '../../rules/dockerfile/context/copied-file';
import { heredocAt } from '../../rules/dockerfile/hardened-runtime/shell-scripts';
import { type HardenedBase } from '../hardened-base';
import { type Shipment } from '../languages/language';
import { type Start, withoutInit } from '../start';

/** A script that a container starts and that only a shell can read. */
export interface EntryScript {
  /** As the instruction names it. */
  readonly name: string;
  /** Absent where it could not be read. */
  readonly text: string | undefined;
  /** Brings it from the build context; absent where that is not known. */
  readonly copy: CopyInstruction | undefined;
  /** The words behind it in its own instruction. */
  readonly args: readonly string[];
}

/** Where a program without a path is looked for: https://pubs.opengroup.org/onlinepubs/9799919799/ */
const searched = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** The script that a stage starts; absent where it starts a program, and where the image brings what is started. */
export function entryScript(
  shipment: Shipment,
  { parts }: Start,
  runtime: HardenedBase | undefined,
): EntryScript | undefined {
  const words = withoutInit(parts[0].words);
  const byShell = isShell(programOf(words[0] ?? ''));
  const [name = '', ...args] = byShell ? words.slice(1) : words;
  if (name === '') return undefined;
  const found = fileOf(shipment, byShell && !name.includes('/') ? `./${name}` : name);
  const shebang = found.text === undefined ? undefined : shebangOf(found.text.replace(/^\uFEFF/, ''));
  const isScript =
    byShell ||
    (found.text === undefined
      ? looksLikeScript(name)
      : shebang === undefined
        ? looksLikeScript(name)
        : isShell(shebang));
  if (!isScript) return undefined;
  const isOfImage =
    !name.includes('/') &&
    found.copy === undefined &&
    runtime?.listed.facts.entrypoint?.some((word) => programOf(word) === name) === true;
  return isOfImage ? undefined : { name, args, ...found };
}

function fileOf(
  { stage, dockerfile, context: { tree }, workdir }: Shipment,
  name: string,
): Pick<EntryScript, 'text' | 'copy'> {
  const own = name.includes('/') ? valueOf(resolvePath(name, known(workdir ?? '/'))) : undefined;
  const targets = own === undefined ? searched.map((folder) => `${folder}/${name}`) : [own];
  for (const target of targets) {
    const written = heredocAt(stage, target);
    if (written !== undefined) return { text: written, copy: undefined };
    const file = copiedFile(stage, target, contextSources(dockerfile), tree, () => false);
    if (file !== undefined) return { text: tree?.textOf(file.path), copy: file.source.instruction };
  }
  return { text: undefined, copy: undefined };
}

function looksLikeScript(name: string): boolean {
  return /\.(?:sh|bash|ash)$|(?:^|[/-])entrypoint$/.test(name);
}
