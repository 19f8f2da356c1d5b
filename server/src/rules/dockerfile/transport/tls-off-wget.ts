import { flagSwitch, programs } from './flag-switch';
import { tlsOffRule } from './off-rule';
import { writtenSwitch } from './written-switch';

export const tlsOffWget = tlsOffRule({
  id: 'tls-off-wget',
  tool: 'wget',
  sameAs: { checkov: ['CKV2_DOCKER_3'] },
  switches: [
    flagSwitch(programs('wget', 'wget2'), '--no-check-certificate'),
    writtenSwitch(/\b(check_certificate\s*=\s*(off))\b/dgi, 'on'),
  ],
});
