// Runs tests inside real VS Codes, from the packaged extension, and takes the screenshots.
// Words: names of runs, all that are not left for request where there are none; --vsix names a package that is made
// already; --grep leaves the tests whose titles match a regular expression. Ends with exit code 1 where a test failed.
// A parent process gets { passed, failed, failures }, with the title and message of each failure.
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { main } from '../../scripts/main.mjs';
import { packExtension } from '../../scripts/vsix.mjs';
import { Outcome } from './outcome.mjs';
import { byDefault, runs } from './runs.mjs';

await main(async () => {
  // An end by a signal has to come as an exit: the server's end hangs on that.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const { values, positionals } = parseArgs({
    options: { vsix: { type: 'string' }, grep: { type: 'string' } },
    allowPositionals: true,
  });
  const names = positionals.length > 0 ? positionals : byDefault;
  const unknown = names.filter((name) => !(name in runs));
  if (unknown.length > 0)
    throw new Error(`No run is called ${unknown.join(', ')}; there are ${Object.keys(runs).join(', ')}.`);
  const vsix = values.vsix ?? (await packExtension()).vsix;
  const browser = await launchBrowser();
  const outcome = new Outcome(values.grep);
  try {
    for (const name of names) await runs[name]({ browser, vsix, outcome });
  } finally {
    await browser.close();
  }
  const { passed, failed, failures } = outcome;
  if (passed + failed === 0) throw new Error(`No test is called ${values.grep}.`);
  process.send?.({ passed, failed, failures });
  return failed === 0 ? 0 : 1;
});
