import { join } from 'node:path';
import { compiledFolder } from './compiled/folder';
import { runCompiled } from './compiled/run';

const [, , command = ''] = process.argv;
runCompiled(
  join(__dirname, 'cli-program.js'),
  // As esbuild.mjs calls them.
  /^\.\/cli-[\w-]+\.js$/,
  {
    folder: compiledFolder(process.env, process.platform),
    // What `lint` calls is not what `--version` calls.
    use: /^[a-z]+$/.test(command) ? command : 'other',
    require,
  },
);
