import { factOf } from '../../../dockerfile/model-map';
import { instructionsOf } from '../../../dockerfile/walk';
import { type ShellCommand, type ShellScript } from '../../../shell/model';
import { HintedPattern } from '../../../text/hinted-pattern';
import { dockerfileRule } from '../../rule';
import { fetchOf, type Fetch } from './fetched-file';
import { unpacks, useOf, type FileUse } from './file-uses';

export const downloadUnverified = dockerfileRule({
  id: 'download-unverified',
  summary: 'What is downloaded to be run, unpacked or installed must be checked first.',
  severity: 'info',
  fix: 'none',
  messages: {
    base: 'What {program} fetches here is {use} unchecked. Compare it with a checksum or a signature first, as with `sha256sum -c`.',
  },
  since: '0.1.0',
  mentions: ['curl', 'wget'],
  check({ dockerfile, report }) {
    for (const { script } of instructionsOf(dockerfile, 'RUN', { triggers: true })) {
      if (script === undefined) continue;
      for (const { fetch, use } of unchecked(script))
        report({ message: 'base', at: fetch.word.span, data: { program: fetch.command.name, use } });
    }
  },
});

/** A download, and what becomes of it. */
interface UsedFetch {
  readonly fetch: Fetch;
  readonly use: FileUse;
}

const unchecked = factOf(({ commands }: ShellScript): readonly UsedFetch[] => {
  const found: UsedFetch[] = [];
  for (const command of commands) {
    const fetch = fetchOf(command);
    if (fetch === undefined) continue;
    const use = useAfter(fetch, commands);
    if (use !== undefined) found.push({ fetch, use });
  }
  return found.length > 0 && commands.some(verifies) ? [] : found;
});

/** What becomes of a download further down in the script. An interpreter behind a pipe is pipe-to-shell's. */
function useAfter({ command, file }: Fetch, commands: readonly ShellCommand[]): FileUse | undefined {
  const later = commands.slice(commands.indexOf(command) + 1);
  if (file !== undefined) {
    for (const each of later) {
      const use = useOf(each, file);
      if (use !== undefined) return use;
    }
    return undefined;
  }
  const { pipeline } = command;
  if (pipeline === undefined || command.substituted) return undefined;
  return later.some((each) => each.pipeline === pipeline && unpacks(each)) ? 'unpacked' : undefined;
}

/** Programs that compare a file with what it must be, or tell what it is so that the script can. */
const verifiers = new Set([
  ...['md5', 'b2', 'b3', 'cks', 'whirlpool'].flatMap((digest) => [digest, `${digest}sum`]),
  ...['shasum', 'hashdeep', 'gpgv', 'gpgv2', 'cosign', 'minisign', 'signify', 'signify-openbsd'],
  ...['rekor-cli', 'slsa-verifier', 'debsig-verify'],
]);
const sha = new HintedPattern(/^sha\d+(?:sum)?$/, 'sha');

function verifies({ name, args }: ShellCommand): boolean {
  const has = (...words: readonly string[]): boolean => args.some(({ value }) => words.includes(value));
  if (name === 'gpg' || name === 'gpg2')
    return args.some(({ value }) => /^--(?:verify|decrypt)|^-d$/.test(value));
  if (name === 'openssl') return has('dgst', 'sha256', 'sha512', 'cms', 'smime');
  if (name === 'gh') return has('attestation');
  if (name === 'rpm' || name === 'rpmkeys') return has('-K', '--checksig');
  return verifiers.has(name) || sha.test(name);
}
