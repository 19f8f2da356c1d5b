import { type CancellationToken, type Position } from 'vscode-languageserver';
import { type ComposeScene } from '../../service/compose/scene';
import { answering } from '../answering';
import { type OpenDocument } from '../open-documents';
import { type Session } from '../session';

interface Asked {
  readonly textDocument: { readonly uri: string };
}

/** An open Compose file and what is known around it. */
export interface AskedCompose {
  readonly document: OpenDocument;
  readonly scene: ComposeScene;
  /** Of a position in the document. */
  readonly offsetAt: (position: Position) => number;
}

/** Makes the handler of a request about an open Compose file. */
export type AskCompose = <P extends Asked, R>(
  name: string,
  otherwise: R,
  look: (asked: AskedCompose, params: P) => R | Promise<R>,
) => (params: P, token: CancellationToken) => Promise<R>;

/** @returns a maker of handlers that answer `otherwise` where the document is no Compose file, or too large. */
export function composeAsker({ connection, documents, service, settings }: Session): AskCompose {
  return (name, otherwise, look) =>
    answering(connection, name, otherwise, async (params) => {
      const document = documents.get(params.textDocument.uri);
      if (document?.language !== 'compose') return otherwise;
      const scene = await service.composeScene(document, await settings.of(document.uri));
      if (scene === undefined) return otherwise;
      return look({ document, scene, offsetAt: (position) => document.source.offsetAt(position) }, params);
    });
}
