import { type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { serverFlags } from './server-flags';
import { start } from './start';

/** Desktop and remote: the server is a Node process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  const transport = TransportKind.ipc;
  await start(
    context,
    (options) =>
      new LanguageClient(
        'bulwark',
        'Bulwark',
        {
          run: { module, transport, options: { execArgv: [...serverFlags] } },
          debug: { module, transport, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        },
        options,
      ),
  );
}
