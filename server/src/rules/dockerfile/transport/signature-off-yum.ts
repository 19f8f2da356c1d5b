import { flagSwitch, programs, valueFlagSwitch } from './flag-switch';
import { signatureOffRule } from './off-rule';
import { writtenSwitch } from './written-switch';

const isYum = programs('yum', 'dnf', 'dnf5', 'microdnf', 'tdnf');

export const signatureOffYum = signatureOffRule({
  id: 'signature-off-yum',
  tool: 'yum',
  sameAs: { checkov: ['CKV2_DOCKER_9', 'CKV2_DOCKER_15'] },
  switches: [
    flagSwitch(isYum, '--nogpgcheck'),
    flagSwitch(isYum, '--no-gpgchecks'),
    flagSwitch(programs('zypper'), '--no-gpg-checks'),
    valueFlagSwitch(isYum, ['--setopt'], (value) =>
      /^(?:[\w*.-]+\.)?(?:gpgcheck|sslverify)=(?:0|false|no|off)$/i.test(value),
    ),
    writtenSwitch(/(?<![\w.=-])((?:gpgcheck|sslverify)\s*=\s*(0|false|no))\b/dgi, '1'),
  ],
});
