import { valueFlagSwitch } from './flag-switch';
import { isLocalAddress } from './local-address';
import { tlsOffRule } from './off-rule';
import { isPip } from './pip-command';
import { variableSwitch } from './variable-switch';

const isRemote = (host: string): boolean => host.trim() !== '' && !isLocalAddress(host);

export const tlsOffPip = tlsOffRule({
  id: 'tls-off-pip',
  tool: 'pip',
  sameAs: { checkov: ['CKV2_DOCKER_4', 'CKV2_DOCKER_16'] },
  switches: [
    valueFlagSwitch(isPip, ['--trusted-host'], isRemote),
    variableSwitch('PIP_TRUSTED_HOST', isRemote),
  ],
});
