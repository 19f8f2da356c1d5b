import { flagSwitch, programs } from './flag-switch';
import { signatureOffRule } from './off-rule';

export const signatureOffApk = signatureOffRule({
  id: 'signature-off-apk',
  tool: 'apk',
  sameAs: { checkov: ['CKV2_DOCKER_7'] },
  switches: [flagSwitch(programs('apk'), '--allow-untrusted')],
});
