import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type Connection,
  createConnection,
} from 'vscode-languageserver/browser';

/** The connection of a web worker with the page that started it. */
export function connectBrowser(): Connection {
  return createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis));
}
