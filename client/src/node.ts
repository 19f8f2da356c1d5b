import { type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Machine } from './machine';
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
    machine(),
  );
}

function machine(): Machine {
  const { platform, getuid, getgid } = process;
  // Docker Desktop gives files to whoever uses it.
  const isOwn = platform === 'linux' && getuid !== undefined && getgid !== undefined;
  return {
    isWindows: platform === 'win32',
    ...(isOwn && { account: `${getuid.call(process)}:${getgid.call(process)}` }),
  };
}
