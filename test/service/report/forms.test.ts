import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type ReportLinks, webLinks } from '../../../server/src/service/report/html/links';
import { renderHtml } from '../../../server/src/service/report/html/page';
import { style } from '../../../server/src/service/report/html/style';
import { makeReport } from '../../../server/src/service/report/make';
import { renderMarkdown } from '../../../server/src/service/report/markdown';
import { someWorkspace } from '../../support/some-workspace';

const folder = new URL('../../fixtures/workspace-report/', import.meta.url);

/** `GOLDEN=write` writes what is expected anew; read the difference then. */
const writes = process.env['GOLDEN'] === 'write';

function assertGolden(name: string, text: string): void {
  const file = new URL(name, folder);
  if (writes || !existsSync(file)) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, 'utf8'));
}

const editorLinks: ReportLinks = {
  place: ({ uri, line, column }) => `command:open?${encodeURIComponent(JSON.stringify([uri, line, column]))}`,
  rule: (rule) => `command:rule?${rule}`,
  actions: [{ title: 'Save Report…', href: 'command:save' }],
};

const empty = makeReport({ files: [], images: [], unread: [] });

describe('the forms of a report', () => {
  it('are a page that stands alone', async () =>
    assertGolden('report.html', await renderHtml(someWorkspace(), webLinks)));

  it('are a page with links into the editor', async () =>
    assertGolden('editor.html', await renderHtml(someWorkspace(false), editorLinks)));

  it('are Markdown', () => assertGolden('report.md', renderMarkdown(someWorkspace())));

  it('are Markdown without a trend', () => assertGolden('no-trend.md', renderMarkdown(someWorkspace(false))));

  it('say also that there is nothing', async () => {
    for (const text of [renderMarkdown(empty), await renderHtml(empty, webLinks)]) {
      assert.match(text, /No findings in 0 files\./);
      assert.match(text, /The files name no image\./);
      assert.match(text, /There are no Dockerfiles and no Compose files\./);
    }
  });

  it('are the same each time', async () => {
    assert.equal(await renderHtml(someWorkspace(), webLinks), await renderHtml(someWorkspace(), webLinks));
  });
});

describe('the page', () => {
  let page: string;
  before(async () => (page = await renderHtml(someWorkspace(), webLinks)));

  it('lets no script, picture or font in, and no style but its own', () => {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    assert.equal(policy, `default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`);
    assert.ok(page.includes(`<style>${style}</style>`));
  });

  it('has no script, no style attribute and nothing that is fetched', () => {
    assert.doesNotMatch(page, /<script|<link|<img|<iframe| style=| on\w+=|\bsrc=|@import|url\(/i);
  });

  it('has one heading of the first level and leaves no level out', () => {
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    for (const [at, level] of levels.entries()) assert.ok(level <= (levels[at - 1] ?? 0) + 1, `h${level}`);
  });

  it('names every table and bar, and every name is there', () => {
    const ids = new Set(Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
    for (const [tag] of page.matchAll(/<(?:table|div class="scroll")[^>]*>/g)) {
      const [, id] = /aria-labelledby="([^"]+)"/.exec(tag) ?? [];
      assert.ok(id !== undefined && ids.has(id), tag);
    }
    for (const [tag] of page.matchAll(/<svg[^>]*>/g)) assert.match(tag, /role="img" aria-label="[^"]+"/);
    for (const [, target = ''] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.has(target), target);
  });

  it('says what each row and column is', () => {
    for (const [row] of page.matchAll(/<tr>.*?<\/tr>/gs)) assert.match(row, /^<tr><th scope="(?:row|col)"/);
  });

  it('fills a bar with as much as was counted', () => {
    const bars = Array.from(page.matchAll(/<svg[^>]*>(.*?)<\/svg>/g), ([, pieces = '']) =>
      Array.from(pieces.matchAll(/width="([\d.]+)"/g), ([, width]) => Number(width)).reduce(
        (a, b) => a + b,
        0,
      ),
    );
    assert.ok(bars.length > 8);
    for (const width of bars) assert.ok(width <= 100.01, String(width));
    assert.ok(bars.includes(20), 'one of five');
  });
});
