import { type ExtensionContext } from 'vscode';
import { type ErrorHandler, type LanguageClientOptions, State } from 'vscode-languageclient';
import { type ForkOptions, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Kind } from './kind';
import { type Machine } from './machine';
import { ServerFlags } from './server-flags';

/** Desktop and remote: the server is a Node process of its own. */
export function kindOf(context: ExtensionContext): Kind {
  const module = context.asAbsolutePath('dist/server.js');
  const transport = TransportKind.ipc;
  const create = ({ errorHandler, ...options }: LanguageClientOptions): LanguageClient => {
    const flags = new ServerFlags();
    // Read at each start of the server.
    const fork: ForkOptions = {
      get execArgv() {
        return flags.execArgv;
      },
    };
    const client = new LanguageClient(
      'bulwark',
      'Bulwark',
      {
        run: { module, transport, options: fork },
        debug: { module, transport, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
      },
      { ...options, ...(errorHandler && { errorHandler: tellingOfEnds(errorHandler, () => flags.ended()) }) },
    );
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) flags.running();
    });
    return client;
  };
  return { create, machine: machine() };
}

function tellingOfEnds(handler: ErrorHandler, tell: () => void): ErrorHandler {
  return {
    error: (error, message, count) => handler.error(error, message, count),
    closed: () => {
      tell();
      return handler.closed();
    },
  };
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
