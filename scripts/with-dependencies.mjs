// node scripts/with-dependencies.mjs COMMAND ARGUMENT…: installs the dependencies where they are missing, then runs COMMAND.
import { run } from './command.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { main } from './main.mjs';

await main(async () => {
  const [command, ...words] = process.argv.slice(2);
  if (command === undefined) throw new Error('Say which command to run.');
  await ensureDependencies();
  return run(command, words);
});
