import { tlsOffRule } from './off-rule';
import { variableSwitch } from './variable-switch';

export const tlsOffPython = tlsOffRule({
  id: 'tls-off-python',
  tool: 'Python',
  sameAs: { checkov: ['CKV2_DOCKER_5'] },
  // "0" and nothing else: https://peps.python.org/pep-0493/
  switches: [variableSwitch('PYTHONHTTPSVERIFY', (value) => value === '0', '1')],
});
