import { type ExtensionContext, Uri } from 'vscode';
import { type LanguageClientOptions, type MessageTransports } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { dataTexts } from './data-texts';
import { type Kind } from './kind';

/** What is used here of a web worker, which TypeScript knows from the library of browsers only. */
interface WebWorker {
  terminate(): void;
}

declare const Worker: new (url: string) => WebWorker;

/** vscode.dev and the like: the server is a web worker. */
export async function kindOf({ extensionUri }: ExtensionContext): Promise<Kind> {
  const libraries = Uri.joinPath(extensionUri, 'dist').toString(true);
  let worker: WebWorker | undefined;
  // VS Code gives extensions a Worker of its own making, which a client that is handed one does not know for a worker.
  const startWorker = (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(`${libraries}/server.js`);
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    });
  };
  return {
    create: (options: LanguageClientOptions) =>
      new LanguageClient('bulwark', 'Bulwark', startWorker, options),
    // A worker that VS Code starts does not know its own address.
    told: { data: await dataTexts(extensionUri), libraries },
  };
}
