import { type ShellCommand } from '../../../shell/model';
import { HintedPattern } from '../../../text/hinted-pattern';
import { type FlagUse } from '../../../shell/flags';
import { flagSwitch, programs, usesSwitch } from './flag-switch';
import { talksToItself } from './local-address';
import { tlsOffRule } from './off-rule';
import { mentioning } from './off-switch';

/**
 * A `k` behind letters of flags that take no value; in `-okey.gpg` it belongs to a file name.
 * @see https://curl.se/docs/manpage.html
 */
const clusterWithK = new HintedPattern(/^-[0-9#:aBfgGiIjJklLMnNOpqRsSvVZ]*k/, 'k');

export const tlsOffCurl = tlsOffRule({
  id: 'tls-off-curl',
  tool: 'curl',
  sameAs: { checkov: ['CKV2_DOCKER_2'] },
  switches: [
    mentioning(['curl'], usesSwitch(programs('curl'), shortFlags)),
    ...['--insecure', '--proxy-insecure', '--doh-insecure'].map((name) => flagSwitch(curl, name)),
  ],
});

function shortFlags(command: ShellCommand): readonly FlagUse[] {
  const words = command.args.filter(({ value }) => clusterWithK.test(value));
  if (words.length === 0 || talksToItself(command)) return [];
  return words.map((word) => ({ name: '-k', word, span: word.span }));
}

function curl(command: ShellCommand): string | undefined {
  return command.name === 'curl' && !talksToItself(command) ? 'curl' : undefined;
}
