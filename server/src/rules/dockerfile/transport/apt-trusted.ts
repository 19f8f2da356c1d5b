import { type Dockerfile } from '../../../dockerfile/model';
import { remove } from '../../../text/edit';
import { type Source } from '../../../text/source';
import { type Span } from '../../../text/span';
import { type Fix } from '../../rule';
import { type SwitchedOff } from './off-switch';
import { aboutLines, writtenLines } from './written-lines';

/**
 * Sources of apt that are trusted whoever signed them. The option has to go: `trusted=no` would make apt distrust a source
 * that is signed. Sources on the image's own disk are left alone.
 * @see https://manpages.debian.org/stable/apt/sources.list.5.en.html
 */
export function trustedSources(dockerfile: Dockerfile): readonly SwitchedOff[] {
  return [...inLines(dockerfile), ...inStanzas(dockerfile)];
}

/** `deb [trusted=yes] https://…` */
function inLines(dockerfile: Dockerfile): readonly SwitchedOff[] {
  const pattern =
    /\bdeb(?:-src)?[ \t]{1,9}(\[([^\][\n]{0,300}?\s)??(trusted=(?:yes|true|1|on))(\s[^\][\n]{0,300})?\][ \t]*)(?!file:|copy:|[ \t])/dgi;
  return writtenLines(dockerfile, pattern).flatMap(({ match, spanOf }) => {
    const [brackets, at] = [spanOf(1), spanOf(3)];
    if (brackets === undefined || at === undefined) return [];
    const [before, after] = [match[2] ?? '', match[4] ?? ''];
    const isOnly = before.trim() === '' && after.trim() === '';
    const option =
      after === ''
        ? { start: at.start - trailing(before), end: at.end }
        : { start: at.start, end: at.end + leading(after) };
    return [{ what: match[3] ?? '', at, offer: removal('trusted=yes', isOnly ? brackets : option) }];
  });
}

/** `Trusted: yes` */
function inStanzas(dockerfile: Dockerfile): readonly SwitchedOff[] {
  const { source } = dockerfile;
  const pattern = /(?:^|['"])[ \t]*(Trusted:[ \t]*(?:yes|true|1|on))\b/dgim;
  const onDisk = aboutLines(isOnDisk);
  return writtenLines(dockerfile, pattern).flatMap((written) => {
    const at = written.spanOf(1);
    if (at === undefined || onDisk(written)) return [];
    return [{ what: written.match[1] ?? '', at, offer: lineRemoval(source, at) }];
  });
}

function isOnDisk(stanzas: string): boolean {
  return /\bURIs:[ \t]*(?:file|copy):/i.test(stanzas) && !/\bURIs:[^\n]*http/i.test(stanzas);
}

function lineRemoval(source: Source, at: Span): Fix | undefined {
  const line = source.lineAt(at.start);
  if (source.slice(source.lineSpan(line)).trim() !== source.slice(at)) return undefined;
  return removal('the line', source.fullLineSpan(line));
}

function removal(what: string, span: Span): Fix {
  return { title: `Remove ${what}`, edits: [remove(span)] };
}

function trailing(text: string): number {
  return text.length - text.trimEnd().length;
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}
