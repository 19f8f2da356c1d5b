import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type TextDocument as ServiceDocument } from '../service/service';
import { Source } from '../text/source';
import { canonical } from '../workspace/uri';
import { languageOf } from './document-language';

/** One version of an open Dockerfile or Compose file. */
export interface OpenDocument extends ServiceDocument {
  readonly source: Source;
}

/** The documents that the editor has open. */
export class OpenDocuments {
  readonly #texts = new TextDocuments(TextDocument);
  readonly #seen = new Map<string, OpenDocument>();
  /** Versions that are neither a Dockerfile nor a Compose file: any YAML is open here, and asked about often. */
  readonly #others = new Map<string, number>();
  /** The URIs as the editor writes them, by their canonical spelling. */
  readonly #spellings = new Map<string, string>();

  readonly #closed: ((uri: string) => void)[] = [];
  readonly #neighbours: ((uri: string) => void)[] = [];

  constructor(connection: Connection) {
    this.#texts.onDidOpen(({ document }) => this.#spellings.set(canonical(document.uri), document.uri));
    this.#texts.onDidClose(({ document: { uri } }) => {
      this.#spellings.delete(canonical(uri));
      this.#others.delete(uri);
      this.#tellOfNeighbour(uri);
      if (this.#seen.delete(uri)) for (const listener of this.#closed) listener(uri);
    });
    this.#texts.onDidChangeContent(({ document: { uri } }) => this.#tellOfNeighbour(uri));
    this.#texts.listen(connection);
  }

  /** The present version; `undefined` where it is not open, or neither a Dockerfile nor a Compose file. */
  get(uri: string): OpenDocument | undefined {
    const document = this.#texts.get(uri);
    if (document === undefined) return undefined;
    const before = this.#seen.get(uri);
    if (before?.version === document.version) return before;
    if (this.#others.get(uri) === document.version) return undefined;
    const text = document.getText();
    // What was once taken for a Compose file stays one while it is rewritten.
    const language = before?.language ?? languageOf(uri, document.languageId, text);
    if (language === undefined) {
      this.#others.set(uri, document.version);
      return undefined;
    }
    this.#others.delete(uri);
    const present = { uri, language, version: document.version, text, source: new Source(text) };
    this.#seen.set(uri, present);
    return present;
  }

  all(): readonly OpenDocument[] {
    return this.#texts.keys().flatMap((uri) => this.get(uri) ?? []);
  }

  isCurrent({ uri, version }: OpenDocument): boolean {
    return this.#texts.get(uri)?.version === version;
  }

  /** Text and version of any open document, whatever the spelling of its URI. */
  textAt(uri: string): { readonly text: string; readonly version: number } | undefined {
    const document = this.#texts.get(this.#spellings.get(canonical(uri)) ?? uri);
    return document === undefined ? undefined : { text: document.getText(), version: document.version };
  }

  /** Opened or changed. */
  onChanged(listener: (document: OpenDocument) => void): void {
    this.#texts.onDidChangeContent(({ document: { uri } }) => {
      const document = this.get(uri);
      if (document !== undefined) listener(document);
    });
  }

  /** A file was opened, changed or closed that is not looked at itself, and that others read: `.dockerignore`, YAML, `.env`. */
  onNeighbour(listener: (uri: string) => void): void {
    this.#neighbours.push(listener);
  }

  onOpened(listener: (document: OpenDocument) => void): void {
    this.#texts.onDidOpen(({ document: { uri } }) => {
      const document = this.get(uri);
      if (document !== undefined) listener(document);
    });
  }

  onSaved(listener: () => void): void {
    this.#texts.onDidSave(listener);
  }

  onClosed(listener: (uri: string) => void): void {
    this.#closed.push(listener);
  }

  #tellOfNeighbour(uri: string): void {
    if (this.get(uri) === undefined && !this.#seen.has(uri))
      for (const listener of this.#neighbours) listener(uri);
  }
}
