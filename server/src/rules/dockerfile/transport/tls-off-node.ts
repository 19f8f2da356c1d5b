import { tlsOffRule } from './off-rule';
import { variableSwitch } from './variable-switch';

export const tlsOffNode = tlsOffRule({
  id: 'tls-off-node',
  tool: 'Node.js',
  sameAs: { checkov: ['CKV2_DOCKER_6'] },
  // Node.js compares with "0" and nothing else: https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue
  switches: [variableSwitch('NODE_TLS_REJECT_UNAUTHORIZED', (value) => value === '0', '1')],
});
