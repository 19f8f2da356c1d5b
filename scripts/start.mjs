// npm start: the extension, built and packaged from here, in a real VS Code that shows the folder demo/.
// --port N chooses the port.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, run } from './command.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { main } from './main.mjs';
import { installVsCode } from './vscode/install.mjs';
import { startServer } from './vscode/server.mjs';

/** Resolves when a person or a parent process wants this one to end. */
function goodbye() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
}

await main(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  await ensureDependencies();
  // Loaded late: they need the dependencies.
  const { packExtension } = await import('./vsix.mjs');
  const { workbenchUrl } = await import('./vscode/address.mjs');
  const { vsix } = await packExtension();

  console.log('\nWhat Bulwark says about demo/ (node dist/cli.js lint demo):\n');
  await run('node', ['dist/cli.js', 'lint', 'demo']);

  const server = await startServer(await installVsCode(), {
    extensions: [vsix],
    port: values.port === undefined ? 0 : Number(values.port),
  });
  try {
    console.log('\nThe same in VS Code, with quick fixes:\n');
    console.log(`  ${workbenchUrl(server, join(root, 'demo'))}\n`);
    console.log('Ctrl-C ends it.');
    await Promise.race([goodbye(), server.ended]);
  } finally {
    await server.stop();
  }
});
