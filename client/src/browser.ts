import { type ExtensionContext, Uri } from 'vscode';
import { type LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import { dataTexts } from './data-texts';
import { start } from './start';

declare const Worker: new (url: string) => { terminate(): void };

/** vscode.dev and the like: the server is a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  let worker: InstanceType<typeof Worker> | undefined;
  const startWorker = (): Promise<InstanceType<typeof Worker>> => {
    worker?.terminate();
    worker = new Worker(script);
    return Promise.resolve(worker);
  };
  const create = (options: LanguageClientOptions): LanguageClient =>
    new LanguageClient('bulwark', 'Bulwark', startWorker, options);
  await start(context, create, undefined, { data: await dataTexts(context.extensionUri) });
}
