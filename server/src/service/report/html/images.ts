import { type ReportedImage, type WorkspaceReport } from '../model';
import { bar } from './bars';
import { placeLink, type ReportLinks } from './links';
import { markup, type Markup } from './markup';
import { type Cell, type Column, table } from './table';

const columns: readonly Column[] = [
  { title: 'image' },
  { title: 'hardened' },
  { title: 'pinned' },
  { title: 'variant' },
  { title: 'user', kind: 'short' },
  { title: 'end of life' },
  { title: 'hardened counterpart' },
  { title: 'where' },
];

/** The images that the files use. */
export function imagesSection({ images }: WorkspaceReport, links: ReportLinks): Markup {
  const content =
    images.length === 0
      ? markup`<p>The files name no image.</p>\n`
      : markup`${standing(images)}${listed(images, links)}`;
  return markup`<section>
<h2 id="images">Images</h2>
${content}</section>
`;
}

function standing(images: readonly ReportedImage[]): Markup {
  const count = (isHardened: boolean | undefined): number =>
    images.filter((image) => image.isHardened === isHardened).length;
  const [yes, no, unknown] = [count(true), count(false), count(undefined)];
  const words = `${yes} hardened, ${no} not${unknown === 0 ? '' : `, ${unknown} not known`}`;
  const parts = [
    { kind: 'good', count: yes },
    { kind: 'warning', count: no },
    { kind: 'other', count: unknown },
  ] as const;
  return markup`<p>Of ${images.length}: ${words}.</p>
<p>${bar(parts, images.length, words)}</p>
`;
}

function listed(images: readonly ReportedImage[], links: ReportLinks): Markup {
  const rows = images.map((image): readonly Cell[] => [
    markup`<code>${image.name}</code>`,
    image.isHardened === undefined ? 'not known' : image.isHardened ? 'yes' : 'no',
    image.pinned,
    image.variant,
    image.user,
    image.endOfLife,
    image.counterpart === undefined ? undefined : markup`<code>${image.counterpart}</code>`,
    placesOf(image, links),
  ]);
  return table('images', columns, rows);
}

function placesOf({ places }: ReportedImage, links: ReportLinks): Markup {
  const all = places.map((place, at) => {
    const link = placeLink(links, place, `${place.path}:${place.line}`);
    return at === 0 ? link : markup`<br />${link}`;
  });
  return markup`${all}`;
}
