import { join } from 'node:path';
import { run } from './cli/run';
import { dataFolder } from './data-folder';
import { readDataWith } from './image/catalog/data-file';

readDataWith(dataFolder(__dirname));

// A reader that has seen enough (`bulwark lint | head`) closes the pipe: no reason to complain.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

void run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  pages: join(__dirname, '../docs/rules'),
  env: process.env,
}).then((code) => {
  process.exitCode = code;
});
