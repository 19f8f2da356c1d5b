import { createConnection, type Connection } from 'vscode-languageserver/node';

/** The connection that the command line names: `--stdio`, `--node-ipc`, `--socket=<port>` or `--pipe=<name>`. */
export function connectNode(): Connection {
  return createConnection();
}
