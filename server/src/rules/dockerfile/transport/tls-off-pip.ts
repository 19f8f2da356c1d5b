import { valueFlagSwitch } from './flag-switch';
import { isRemoteHost } from './local-address';
import { tlsOffRule } from './off-rule';
import { pip } from './pip-command';
import { valueSettingSwitch } from './setting-switch';
import { variableSwitch } from './variable-switch';
import { writtenSwitch } from './written-switch';
import { mentioning } from './off-switch';

export const tlsOffPip = tlsOffRule({
  id: 'tls-off-pip',
  tool: 'pip',
  sameAs: { checkov: ['CKV2_DOCKER_4', 'CKV2_DOCKER_16'] },
  switches: [
    valueFlagSwitch(pip, ['--trusted-host'], isRemoteHost),
    mentioning(['trusted-host'], valueSettingSwitch(pip, /^(?:\w+\.)?trusted-host$/, isRemoteHost)),
    variableSwitch('PIP_TRUSTED_HOST', isRemoteHost),
    mentioning(
      ['trusted-host'],
      writtenSwitch(/(?<![\w.-])(trusted-host\s{0,9}=\s{0,9}([^\s\\"']{1,255}))/dg, { isOff: isRemoteHost }),
    ),
  ],
});
