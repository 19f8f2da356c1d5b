import {
  type CodeLens,
  type CodeLensParams,
  type InlayHint,
  type InlayHintParams,
  type Position,
} from 'vscode-languageserver';
import { imageHints } from '../service/images/hints';
import { imageLenses, type LensSubject } from '../service/images/lenses';
import { answering } from './answering';
import { type OpenDocument } from './open-documents';
import { type Session } from './session';

/** Hints behind FROM and commands above stages and services: what is shown of images without being asked. */
export function provideImageFeatures(session: Session): void {
  const { connection } = session;
  connection.languages.inlayHint.on(
    answering<InlayHintParams, InlayHint[]>(connection, 'Inlay hints', [], (params) =>
      inlayHints(session, params),
    ),
  );
  connection.onCodeLens(
    answering<CodeLensParams, CodeLens[]>(connection, 'Code lenses', [], (params) =>
      codeLenses(session, params.textDocument.uri),
    ),
  );
}

async function inlayHints(session: Session, { textDocument, range }: InlayHintParams): Promise<InlayHint[]> {
  const document = session.documents.get(textDocument.uri);
  if (document === undefined || !(await session.settings.display(document.uri)).imageHints) return [];
  const wanted = document.source.spanOf(range);
  return imageHints(await imagesOf(session, document))
    .filter(({ at }) => wanted.start <= at && at <= wanted.end)
    .map(({ at, text }) => ({ position: document.source.positionAt(at), label: text, paddingLeft: true }));
}

/** Arguments of a lens's command: what it is about, and where that stands. */
export interface LensArguments extends LensSubject {
  readonly uri: string;
  readonly position: Position;
}

async function codeLenses(session: Session, uri: string): Promise<CodeLens[]> {
  const document = session.documents.get(uri);
  const { commands } = session.client.options;
  if (document === undefined || !(await session.settings.display(uri)).lenses) return [];
  return imageLenses(await imagesOf(session, document)).flatMap(({ span, title, command, subject }) => {
    const id = `bulwark.${command}`;
    // Only what the editor at the other end can carry out.
    if (!commands.includes(id)) return [];
    const about: LensArguments = { ...subject, uri, position: document.source.positionAt(subject.offset) };
    return [{ range: document.source.rangeOf(span), command: { title, command: id, arguments: [about] } }];
  });
}

async function imagesOf({ settings, service }: Session, document: OpenDocument) {
  return service.images(document, await settings.of(document.uri));
}
