import { join } from 'node:path';
import { compiledFolder } from './compiled/folder';
import { runCompiled } from './compiled/run';

const [, , command = ''] = process.argv;
runCompiled(
  join(__dirname, 'cli-program.js'),
  compiledFolder(process.env, process.platform),
  // What `lint` calls is not what `--version` calls.
  /^[a-z]+$/.test(command) ? command : 'other',
);
