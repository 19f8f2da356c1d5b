import { type ExtensionContext } from 'vscode';
import { start } from './start';

/** One file for both: all of the client but the start of the server is the same on Node and in a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const { kindOf } = await ('importScripts' in globalThis ? import('./browser') : import('./node'));
  await start(context, await kindOf(context));
}
