import { type ShellCommand } from '../../../shell/model';
import { flagSwitch } from './flag-switch';
import { talksToItself } from './local-address';
import { tlsOffRule } from './off-rule';
import { writtenSwitch } from './written-switch';
import { mentioning } from './off-switch';

export const tlsOffWget = tlsOffRule({
  id: 'tls-off-wget',
  tool: 'wget',
  sameAs: { checkov: ['CKV2_DOCKER_3'] },
  switches: [
    flagSwitch(wget, '--no-check-certificate'),
    mentioning(
      ['check-certificate', 'check_certificate', 'checkcertificate'],
      writtenSwitch(/(?<![\w-])(check[-_]?certificate\s{0,9}=\s{0,9}(off|no|0|false))\b/dgi, { on: 'on' }),
    ),
  ],
});

function wget(command: ShellCommand): string | undefined {
  const { name } = command;
  return (name === 'wget' || name === 'wget2') && !talksToItself(command) ? name : undefined;
}
