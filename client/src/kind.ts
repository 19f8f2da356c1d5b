import { type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { type Machine } from './machine';

/** What one kind of VS Code, on Node or in a web worker, has of its own. */
export interface Kind {
  /** Makes the client of a server of this kind. */
  create(options: LanguageClientOptions): BaseLanguageClient;
  /** What runs commands; absent where nothing does. */
  readonly machine?: Machine;
  /** What the server of this kind is told besides, at each of its starts. */
  readonly told?: Readonly<Record<string, unknown>>;
}
