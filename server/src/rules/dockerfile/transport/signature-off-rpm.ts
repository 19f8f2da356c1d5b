import { flagSwitch, programs } from './flag-switch';
import { signatureOffRule } from './off-rule';

export const signatureOffRpm = signatureOffRule({
  id: 'signature-off-rpm',
  tool: 'rpm',
  sameAs: { checkov: ['CKV2_DOCKER_10'] },
  switches: ['--nosignature', '--nodigest', '--noverify'].map((name) => flagSwitch(programs('rpm'), name)),
});
