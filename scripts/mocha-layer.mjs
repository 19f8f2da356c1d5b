// node --import tsx scripts/mocha-layer.mjs FILE…: runs test files and tells a parent process { passed, failed, failures }, with
// the title and message of each failure.
import Mocha from 'mocha';
import { main } from './main.mjs';

await main(async () => {
  const files = process.argv.slice(2);
  const mocha = new Mocha({ timeout: 30_000, reporter: 'dot', forbidOnly: true, forbidPending: true });
  mocha.addFile('test/support/read-data.ts');
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const counts = await new Promise((resolve) => {
    const failures = [];
    const runner = mocha.run(() => {
      const { passes, failures: failed } = runner.stats;
      resolve({ passed: passes, failed, failures });
    });
    runner.on('fail', (test, error) => failures.push(`${test.fullTitle()}\n${error.message}`));
  });
  process.send?.(counts);
  process.disconnect?.();
  return counts.failed === 0 ? 0 : 1;
});
