import { tlsOffRule } from './off-rule';
import { isFalse } from './setting-switch';
import { variableSwitch } from './variable-switch';

export const tlsOffPython = tlsOffRule({
  id: 'tls-off-python',
  tool: 'Python',
  sameAs: { checkov: ['CKV2_DOCKER_5'] },
  switches: [variableSwitch('PYTHONHTTPSVERIFY', isFalse)],
});
