import { ResponseError } from 'vscode-languageserver';
import { answering, describe } from '../answering';
import { type OpenDocument } from '../open-documents';
import { type Session } from '../session';
import type * as Library from './library';
import { type Safety } from './safety';

interface Asked {
  readonly textDocument: { readonly uri: string };
}

/** Makes the handler of a request about an open Dockerfile. */
export type Ask = <P extends Asked, R>(
  name: string,
  kind: keyof Safety,
  otherwise: R,
  look: (library: typeof Library, document: OpenDocument, params: P) => R | Promise<R>,
) => (params: P, token: Parameters<ReturnType<typeof answering>>[1]) => Promise<R>;

/**
 * @returns a maker of handlers that answer `otherwise` where the document is no Dockerfile, the library would take too
 * long over it, or fails.
 */
export function asker({ connection, documents }: Session): Ask {
  const known = new WeakMap<OpenDocument, Safety>();
  const safety = ({ safetyOf }: typeof Library, document: OpenDocument): Safety => {
    const present = known.get(document) ?? safetyOf(document.text, document.source.lineCount);
    known.set(document, present);
    return present;
  };
  return (name, kind, otherwise, look) =>
    answering(connection, name, otherwise, async (params) => {
      const document = documents.get(params.textDocument.uri);
      if (document?.language !== 'dockerfile') return otherwise;
      const library = await import('./library');
      if (!safety(library, document)[kind]) return otherwise;
      try {
        return await look(library, document, params);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        // Half-written text makes the library stumble now and then: nothing that a user could act on.
        connection.console.debug(`${name}: ${describe(error)}`);
        return otherwise;
      }
    });
}
