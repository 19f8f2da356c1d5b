import assert from 'node:assert/strict';
import { type ReportLinks } from '../../../server/src/service/report/html/links';
import { renderHtml } from '../../../server/src/service/report/html/page';
import { makeReport } from '../../../server/src/service/report/make';
import { renderMarkdown } from '../../../server/src/service/report/markdown';
import { type WorkspaceReport } from '../../../server/src/service/report/model';
import { lookedFile } from '../../support/looked-files';
import { cellsOfRow } from '../../support/markdown-row';

const attacks: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style><style>body{display:none}',
  '--><a href="command:workbench.action.terminal.new">x</a>',
  '[x](command:workbench.action.terminal.new)',
  '![x](https://example.com/pixel.png)',
  '<command:workbench.action.terminal.new>',
  'javascript:alert(1)',
  'a | b || c',
  '`</code><script>`',
  '``` ` `` **x** ~~y~~ $z$ # &lt;',
  'line\n\n# heading\r\n| a | b |',
  '\\` \\| \\<b\\>',
  '{{constructor}} ${x} %22%5D',
  '\u202egnp.exe\u0007',
  '&lt;script&gt;',
];

const links: ReportLinks = {
  place: ({ uri, line, column }) => `command:open?${encodeURIComponent(JSON.stringify([uri, line, column]))}`,
  rule: (rule, url) => `command:rule?${encodeURIComponent(JSON.stringify([rule, url]))}`,
  actions: [],
};

/** A report with a text at every place that a file can have a say in. */
function reportWith(text: string): WorkspaceReport {
  const file = lookedFile('Dockerfile', 'FROM a\n', [['FROM', { rule: 'sudo', message: `No ${text}.` }]]);
  const uri = `file:///w/${text}`;
  return makeReport({
    files: [{ ...file, path: text, uri }],
    images: [
      {
        name: text,
        places: [{ path: text, uri, line: 1, column: 1 }],
        isHardened: false,
        pinned: text,
        variant: text,
        user: text,
        counterpart: text,
        endOfLife: text,
      },
    ],
    unread: [{ path: text, fault: `is ${text}` }],
    trend: { fresh: new Set(), gone: [{ path: text, rule: text, count: 1 }] },
  });
}

/** Every tag with the names of its attributes; the code spans of a message aside. */
function tagsOf(page: string): readonly string[] {
  return Array.from(page.slice(page.indexOf('</style>')).matchAll(/<[^>]*>/g), ([tag]) =>
    tag.replace(/="[^"]*"/g, ''),
  ).filter((tag) => !/^<\/?code>$/.test(tag));
}

/** Markdown with its code spans taken out, as a reader of it pairs the backquotes. */
function withoutCode(markdown: string): string {
  return markdown.replace(/(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
}

/** For each line of the text how many cells it has. */
function cellsOf(markdown: string): readonly number[] {
  return withoutCode(markdown)
    .split('\n')
    .map((line) => line.replace(/\\./g, '').split('|').length);
}

/** For each row of a table how many cells a reader cuts it into, who knows nothing of code. */
function rowsOf(markdown: string): readonly number[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((row) => cellsOfRow(row).length);
}

describe('what a hostile file says', () => {
  for (const attack of attacks) {
    it(`is nothing but text on the page: ${JSON.stringify(attack)}`, async () => {
      const page = await renderHtml(reportWith(attack), links);
      assert.deepEqual(tagsOf(page), tagsOf(await renderHtml(reportWith('harmless'), links)));
      assert.ok(!page.includes('\u0007') && !page.includes('\u202e'));
    });

    it(`leads to no other place from the page: ${JSON.stringify(attack)}`, async () => {
      const page = await renderHtml(reportWith(attack), links);
      const hrefs = Array.from(page.matchAll(/href="([^"]*)"/g), ([, href = '']) => href);
      const commands = hrefs.filter((href) => !href.startsWith('#'));
      assert.equal(commands.length, 3);
      for (const href of commands) assert.match(href, /^command:(?:open|rule)\?[\w%.!~*()&#;'-]*$/);
      const [, words = ''] = /command:open\?([^"]*)/.exec(page) ?? [];
      const decoded = decodeURIComponent(words.replaceAll('&#39;', "'"));
      assert.deepEqual(JSON.parse(decoded), [`file:///w/${attack}`, 1, 1]);
    });

    it(`is nothing but text in Markdown: ${JSON.stringify(attack)}`, () => {
      const markdown = renderMarkdown(reportWith(attack));
      const harmless = renderMarkdown(reportWith('harmless'));
      assert.deepEqual(cellsOf(markdown), cellsOf(harmless));
      assert.deepEqual(rowsOf(markdown), rowsOf(harmless));
      const text = withoutCode(markdown);
      assert.doesNotMatch(text, /(?<!\\)(?:<|!\[|~~|\*\*|\$)/);
      assert.ok(!markdown.includes('\u0007') && !markdown.includes('\u202e'));
      for (const [, target] of text.matchAll(/(?<!\\)\]\(([^)]*)\)/g))
        assert.equal(target, 'https://example.com/#sudo');
    });
  }
});
