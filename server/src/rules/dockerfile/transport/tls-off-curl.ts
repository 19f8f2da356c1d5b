import { operands } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { isLocalAddress } from './local-address';
import { flagSwitch, usesSwitch } from './flag-switch';
import { tlsOffRule } from './off-rule';

/** Letters of curl's flags that take a value: in `-okey.gpg` the `k` belongs to a file name. */
const beforeValue = /^-[^AbcCdDeEFhHKmoPQrtTuUwxXyYz-]*k/;

export const tlsOffCurl = tlsOffRule({
  id: 'tls-off-curl',
  tool: 'curl',
  sameAs: { checkov: ['CKV2_DOCKER_2'] },
  switches: [
    usesSwitch(isCurl, ({ args }) =>
      args
        .filter(({ value }) => beforeValue.test(value))
        .map((word) => ({ name: '-k', word, span: word.span })),
    ),
    flagSwitch(isCurl, '--insecure'),
    flagSwitch(isCurl, '--proxy-insecure'),
  ],
});

/** A server on the machine itself needs no certificate that others know. */
function isCurl(command: ShellCommand): boolean {
  const urls = operands(command).filter(({ value }) => value.includes('://'));
  return command.name === 'curl' && !(urls.length > 0 && urls.every(({ value }) => isLocalAddress(value)));
}
