#!/usr/bin/env node
// The command line from a checkout, as hooks and CI run it. Installs the dependencies and builds where dist/ lacks it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './command.mjs';

const program = join(root, 'dist/cli.js');
const needed = [program, join(root, 'dist/cli-program.js'), join(root, 'dist/cli-migration.js')];

/** True where everything stands in dist/. Standard output stays free for reports. */
function built() {
  if (needed.every((file) => existsSync(file))) return true;
  const { status } = spawnSync(process.execPath, ['scripts/with-dependencies.mjs', 'node', 'esbuild.mjs'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  return status === 0;
}

if (built()) createRequire(import.meta.url)(program);
else {
  console.error('bulwark: could not be built; see above');
  process.exitCode = 2;
}
