import { EventEmitter, type Event, type TextDocument } from 'vscode';
import { type Middleware } from 'vscode-languageclient';

/** How long a look may take without being spoken of, in milliseconds. */
const patience = 300;

/** Which documents are being looked at for longer than a moment. */
export class Checking {
  readonly #changes = new EventEmitter<void>();
  readonly #slow = new Map<string, number>();

  /** Tells when a long look begins or ends. */
  readonly onDidChange: Event<void> = this.#changes.event;

  isChecked(document: TextDocument): boolean {
    return this.#slow.has(document.uri.toString());
  }

  /** What has to be asked for each look. */
  readonly provideDiagnostics: NonNullable<Middleware['provideDiagnostics']> = async (
    document,
    previousResultId,
    token,
    next,
  ) => {
    const uri = ('uri' in document ? document.uri : document).toString();
    let end = (): void => clearTimeout(timer);
    const timer = setTimeout(() => {
      this.#count(uri, 1);
      end = () => this.#count(uri, -1);
    }, patience);
    try {
      return await next(document, previousResultId, token);
    } finally {
      end();
    }
  };

  #count(uri: string, by: number): void {
    const count = (this.#slow.get(uri) ?? 0) + by;
    if (count === 0) this.#slow.delete(uri);
    else this.#slow.set(uri, count);
    this.#changes.fire();
  }
}
