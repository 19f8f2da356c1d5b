import { type ShellCommand } from '../../../shell/model';
import { HintedPattern } from '../../../text/hinted-pattern';
import { flagSwitch, usesSwitch } from './flag-switch';
import { talksToItself } from './local-address';
import { tlsOffRule } from './off-rule';

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
    usesSwitch(curl, ({ args }) =>
      args
        .filter(({ value }) => clusterWithK.test(value))
        .map((word) => ({ name: '-k', word, span: word.span })),
    ),
    ...['--insecure', '--proxy-insecure', '--doh-insecure'].map((name) => flagSwitch(curl, name)),
  ],
});

function curl(command: ShellCommand): string | undefined {
  return command.name === 'curl' && !talksToItself(command) ? 'curl' : undefined;
}
