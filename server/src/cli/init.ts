import { promises } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../../package.json';
import { type Severity } from '../rules/rule';
import { configurationNames } from '../workspace/file-names';
import { type InitOptions } from './arguments';
import { exitCodes, UsageError } from './exit-codes';
import { readText } from './read-text';
import { type Terminal } from './terminal';
import { translateHadolint } from './translate-hadolint';
import { writeReport } from './write-report';

/** What `bulwark init` writes. */
interface WrittenConfiguration {
  profile: 'recommended';
  /** Major and minor version. */
  baseline: string;
  rules?: Readonly<Record<string, Severity | 'off'>>;
  trustedRegistries?: readonly string[];
}

const name = 'bulwark.json';

/** `bulwark init`: a configuration in the current folder, from what is found there. @throws UsageError where there is one. */
export async function initCommand(
  { force }: InitOptions,
  { cwd, stdout, stderr }: Terminal,
): Promise<number> {
  const present = force ? undefined : await presentConfiguration(cwd);
  if (present !== undefined) throw new UsageError(`${present} is there already; --force writes ${name} anew`);
  const configuration: WrittenConfiguration = {
    profile: 'recommended',
    baseline: version.split('.').slice(0, 2).join('.'),
  };
  const notes: string[] = [];
  for (const from of ['.hadolint.yaml', '.hadolint.yml']) {
    const file = await readText(join(cwd, from));
    if ('fault' in file) {
      if (file.fault === 'does not exist') continue;
      notes.push(`${from} is not translated: it ${file.fault}`);
      break;
    }
    const translated = translateHadolint(file.text);
    if ('fault' in translated) {
      notes.push(`${from} is not translated: it ${translated.fault}`);
      break;
    }
    const { rules, trustedRegistries, left } = translated;
    if (Object.keys(rules).length > 0) configuration.rules = rules;
    if (trustedRegistries.length > 0) configuration.trustedRegistries = trustedRegistries;
    notes.push(`${from} is translated`, ...left.map((each) => `${from}: ${each}`));
    break;
  }
  const unwritten = await writeReport(join(cwd, name), `${JSON.stringify(configuration, undefined, 2)}\n`);
  if (unwritten !== undefined) {
    stderr.write(`bulwark: ${name} ${unwritten.fault}\n`);
    return exitCodes.error;
  }
  stdout.write([`${name} is written`, ...notes].map((note) => `${note}\n`).join(''));
  return exitCodes.clean;
}

/** A package.json alone is none. */
async function presentConfiguration(cwd: string): Promise<string | undefined> {
  for (const each of configurationNames) {
    if (each === 'package.json') continue;
    const exists = await promises.stat(join(cwd, each)).then(
      () => true,
      () => false,
    );
    if (exists) return each;
  }
  return undefined;
}
