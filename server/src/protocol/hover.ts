import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { imageHover } from '../service/images/hover';
import { siteAt } from '../service/images/sites';
import { answering } from './answering';
import { type Routed } from './dispatch';
import { type Session } from './session';

/**
 * What is known of the image under the pointer.
 * @param ofLanguage asked where there is none.
 */
export function provideHover(session: Session, ofLanguage: Routed['hover']): void {
  const own = answering<HoverParams, Hover | null>(session.connection, 'Image facts', null, (params) =>
    hoverAt(session, params),
  );
  session.connection.onHover(
    async (params, token) => (await own(params, token)) ?? ofLanguage(params, token),
  );
}

async function hoverAt(
  { client, documents, service, settings }: Session,
  { textDocument, position }: HoverParams,
): Promise<Hover | null> {
  const document = documents.get(textDocument.uri);
  const formats = client.raw.textDocument?.hover?.contentFormat ?? [];
  if (document === undefined || !formats.includes(MarkupKind.Markdown)) return null;
  const sites = await service.images(document, await settings.of(document.uri));
  const site = siteAt(sites, document.source.offsetAt(position));
  const hover = site && imageHover(site);
  if (hover === undefined) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: hover.markdown },
    range: document.source.rangeOf(hover.span),
  };
}
