import { digest } from '../../../text/digest';
import { type WorkspaceReport } from '../model';
import { sentenceOf } from '../sentence';
import { filesSection } from './files';
import { foundSections } from './found';
import { imagesSection } from './images';
import { type ReportLinks } from './links';
import { markup, Markup } from './markup';
import { style } from './style';
import { trendSection } from './trend';

/**
 * The report as a page that needs nothing else: no script, no picture, no font, and no style but its own, which its content
 * policy names by a digest.
 */
export async function renderHtml(report: WorkspaceReport, links: ReportLinks): Promise<string> {
  const policy = `default-src 'none'; style-src 'sha256-${base64(await digest(style))}'`;
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Hardening report</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header>
<h1>Hardening report</h1>
<p>${sentenceOf(report)}</p>
${navigation(report)}${actionList(links)}</header>
<main>
${foundSections(report)}${trendSection(report)}${imagesSection(report, links)}${filesSection(report, links)}</main>
</body>
</html>
`.text;
}

function navigation({ trend }: WorkspaceReport): Markup {
  const sections: readonly [id: string, title: string][] = [
    ['severity', 'By severity'],
    ['packs', 'By pack'],
    ...(trend === undefined ? [] : [['trend', 'Since the baseline'] as [string, string]]),
    ['images', 'Images'],
    ['files', 'Files'],
  ];
  return linkList(
    'Sections',
    sections.map(([id, title]) => ({ title, href: `#${id}` })),
  );
}

function actionList({ actions }: ReportLinks): Markup | undefined {
  return actions.length === 0 ? undefined : linkList('Actions', actions);
}

function linkList(name: string, links: ReportLinks['actions']): Markup {
  const items = links.map(({ title, href }) => markup`<li><a href="${href}">${title}</a></li>\n`);
  return markup`<nav aria-label="${name}">
<ul>
${items}</ul>
</nav>
`;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
