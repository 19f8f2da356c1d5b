import { describe } from './answering';
import { type OpenDocument } from './open-documents';
import { diagnose, type Session } from './session';

/**
 * Sends diagnostics to clients that cannot ask for them.
 * @param delay how long a document must rest before it is looked at, in milliseconds; one just opened need not.
 */
export class PushDiagnostics {
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #shown = new Set<string>();

  constructor(
    private readonly session: Session,
    private readonly delay: number,
  ) {
    const { connection, documents } = session;
    documents.onChanged(({ uri }) => {
      this.#schedule(uri, this.#waiting.has(uri) || this.#shown.has(uri) ? this.delay : 0);
    });
    documents.onClosed((uri) => {
      clearTimeout(this.#waiting.get(uri));
      this.#waiting.delete(uri);
      this.#shown.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
  }

  /** Looks at open documents again: at these, or at all of them. */
  refresh(uris: readonly string[] = this.session.documents.all().map(({ uri }) => uri)): void {
    for (const uri of uris) this.#schedule(uri, this.delay);
  }

  #schedule(uri: string, delay: number): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => {
        this.#waiting.delete(uri);
        const document = this.session.documents.get(uri);
        if (document !== undefined) void this.#push(document);
      }, delay),
    );
  }

  async #push(document: OpenDocument): Promise<void> {
    const { connection, documents } = this.session;
    const { uri, version } = document;
    try {
      const diagnostics = await diagnose(this.session, document);
      if (!documents.isCurrent(document)) return;
      this.#shown.add(uri);
      await connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      connection.console.error(`Diagnostics of ${uri} failed: ${describe(error)}`);
    }
  }
}
