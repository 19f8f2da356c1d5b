/** `npm run fuzz [-- RUNS]`: the properties of test/fuzz over many more documents. */
import { spawnSync } from 'node:child_process';

const runs = process.argv[2] ?? '20000';
const { status } = spawnSync(
  process.execPath,
  ['node_modules/mocha/bin/mocha.js', 'test/fuzz/**/*.test.ts'],
  { stdio: 'inherit', env: { ...process.env, FUZZ_RUNS: runs } },
);
process.exitCode = status ?? 1;
