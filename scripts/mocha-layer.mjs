// node --import tsx scripts/mocha-layer.mjs FILE…: runs test files and tells a parent process { passed, failed }.
import Mocha from 'mocha';
import { main } from './main.mjs';

await main(async () => {
  const files = process.argv.slice(2);
  const mocha = new Mocha({ timeout: 30_000, reporter: 'dot', forbidOnly: true, forbidPending: true });
  mocha.addFile('test/support/read-data.ts');
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const counts = await new Promise((resolve) => {
    const { stats } = mocha.run(() => resolve({ passed: stats.passes, failed: stats.failures }));
  });
  process.send?.(counts);
  process.disconnect?.();
  return counts.failed === 0 ? 0 : 1;
});
