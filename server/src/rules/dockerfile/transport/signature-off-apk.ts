import { flagSwitch } from './flag-switch';
import { signatureOffRule } from './off-rule';

export const signatureOffApk = signatureOffRule({
  id: 'signature-off-apk',
  tool: 'apk',
  sameAs: { checkov: ['CKV2_DOCKER_7'] },
  switches: [
    flagSwitch(
      // An index is made of packages that lie there, and signed afterwards.
      ({ name, args }) => (name === 'apk' && !args.some(({ value }) => value === 'index') ? name : undefined),
      '--allow-untrusted',
    ),
  ],
});
