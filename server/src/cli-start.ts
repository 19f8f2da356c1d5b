import { join } from 'node:path';
import { compiledFolder } from './compiled/folder';
import { runCompiled } from './compiled/run';

runCompiled(join(__dirname, 'cli-program.js'), compiledFolder(process.env, process.platform));
