import { type ExtensionContext, Uri } from 'vscode';
import { type LanguageClientOptions, type MessageTransports } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { dataTexts } from './data-texts';
import { start } from './start';

/** What is used here of a web worker, which TypeScript knows from the library of browsers only. */
interface WebWorker {
  terminate(): void;
}

declare const Worker: new (url: string) => WebWorker;

/** vscode.dev and the like: the server is a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  let worker: WebWorker | undefined;
  // VS Code gives extensions a Worker of its own making, which a client that is handed one does not know for a worker.
  const startWorker = (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    });
  };
  const create = (options: LanguageClientOptions): LanguageClient =>
    new LanguageClient('bulwark', 'Bulwark', startWorker, options);
  await start(context, create, undefined, { data: await dataTexts(context.extensionUri) });
}
