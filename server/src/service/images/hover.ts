import { catalogImage, catalogSource } from '../../image/catalog/catalog';
import { type CatalogImage, type CatalogTag } from '../../image/catalog/model';
import { endOfLifeOf } from '../../image/catalog/release-lines';
import { siblingTags } from '../../image/catalog/tags';
import { type ImageFacts } from '../../image/facts';
import { ownLine } from '../../image/support';
import { type Known } from '../../text/known';
import { type Span } from '../../text/span';
import { counterpartLines } from './counterpart-lines';
import { code, codeInCell, table } from './markdown';
import { type ImageSite } from './sites';
import { libcWords, packageManagerWords, shellWords, systemWords, userWords } from './words';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What is known of an image; absent where nothing is. */
export function imageHover({ image, facts, span, use }: ImageSite): Hover | undefined {
  const parts = [
    headline(image.text, facts),
    table([
      ['User', userWords(facts)],
      ['Shell', shellWords(facts)],
      ['Package manager', packageManagerWords(facts)],
      ...libraryAndSystem(libcWords(facts), systemWords(facts)),
      ['Entry point', vector(facts.entrypoint)],
      ['Command', vector(facts.command)],
      ['Ports', list(facts.ports)],
      ['Work directory', workdir(facts)],
      ['End of life', facts.hardened === undefined ? ownLine(image)?.end : ofListed(facts, endOfLifeOf)],
      ['Sibling tags', siblings(facts)],
    ]),
    ...counterpartLines(image, use),
  ].filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  return { span, markdown: [...parts, `_${withLink(sourceOf(facts))}_`].join('\n\n') };
}

function headline(text: string, { hardened }: ImageFacts): string {
  if (hardened === undefined) return `**${code(text)}**`;
  const title = catalogImage(hardened.repository)?.title ?? hardened.repository;
  const variant = hardened.variant.state === 'known' ? `, ${hardened.variant.value} variant` : '';
  const inferred =
    hardened.inferred && variant !== '' ? ' (inferred: the catalogue does not list this tag)' : '';
  return `**${code(text)}**: Docker Hardened Image ${code(title)}${variant}${inferred}`;
}

function libraryAndSystem(
  libc: string | undefined,
  system: string | undefined,
): readonly (readonly [string, string | undefined])[] {
  if (libc === undefined) return [['Distribution', system]];
  return [['C library', system === undefined ? libc : `${libc} (${system})`]];
}

function vector(fact: Known<readonly string[]>): string | undefined {
  if (fact.state === 'unknown') return undefined;
  return fact.state === 'absent' ? 'none' : fact.value.map(codeInCell).join(' ');
}

function list(fact: Known<readonly string[]>): string | undefined {
  return fact.state === 'known' && fact.value.length > 0 ? fact.value.map(codeInCell).join(', ') : undefined;
}

function workdir({ workdir: folder, hardened }: ImageFacts): string | undefined {
  if (folder.state !== 'known') return undefined;
  const owner = hardened?.listed?.facts.workdirOwner;
  return owner === undefined
    ? codeInCell(folder.value)
    : `${codeInCell(folder.value)}, which uid ${owner} owns`;
}

function siblings(facts: ImageFacts): string | undefined {
  const tags = ofListed(facts, siblingTags) ?? [];
  return tags.length === 0 ? undefined : tags.map(({ tag }) => codeInCell(tag)).join(', ');
}

/** Asks the catalogue about a tag that it lists. */
function ofListed<T>(
  { hardened }: ImageFacts,
  ask: (image: CatalogImage, tag: CatalogTag) => T,
): T | undefined {
  const image = hardened && catalogImage(hardened.repository);
  return image && hardened.listed && ask(image, hardened.listed);
}

/** Marked as a link, an address keeps its underscores: those of `hub.docker.com/_/python` would end the slanted text. */
function withLink(text: string): string {
  return text.replace(/https:\/\/\S+$/, '<$&>');
}

function sourceOf({ hardened, source }: ImageFacts): string {
  const catalogue = hardened === undefined ? undefined : catalogSource();
  if (catalogue === undefined) return source;
  const commit = catalogue.commit.slice(0, 7);
  return `From the catalogue of Docker Hardened Images, ${catalogue.date.slice(0, 10)} (${commit}), ${catalogue.licence}: ${catalogue.repository}`;
}
