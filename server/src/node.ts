import { setFlagsFromString } from 'node:v8';
import { version } from '../../package.json';
import { dataFolder } from './data-folder';
import { readDataWith } from './image/catalog/data-file';
import { connectNode } from './protocol/connect-node';
import { type serve } from './protocol/serve';
import { readServerArguments } from './server-arguments';
import { workspaceDisk } from './workspace-disk';

/** Does what the command line asks for: mostly to serve. */
export function start(run: typeof serve): void {
  const request = readServerArguments(process.argv.slice(2), version);
  switch (request.kind) {
    case 'say':
      process.stdout.write(request.text);
      break;
    case 'fault':
      process.stderr.write(request.text);
      process.exitCode = 2;
      break;
    case 'serve': {
      readDataWith(dataFolder(__dirname));
      // Old objects are collected when they have grown by so many percent: a tenth less memory, and no slower.
      setFlagsFromString('--heap-growing-percent=25');
      const connection = connectNode();
      // A promise that nobody waits for must not end the server for all documents.
      process.on('unhandledRejection', (reason) => connection.console.error(`Unexpected: ${String(reason)}`));
      run(connection, { disk: workspaceDisk });
    }
  }
}
