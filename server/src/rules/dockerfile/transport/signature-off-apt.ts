import { flagSwitch, programs, valueFlagSwitch } from './flag-switch';
import { signatureOffRule } from './off-rule';
import { writtenSwitch } from './written-switch';

const isApt = programs('apt-get', 'apt', 'aptitude');

export const signatureOffApt = signatureOffRule({
  id: 'signature-off-apt',
  tool: 'apt',
  sameAs: { checkov: ['CKV2_DOCKER_8', 'CKV2_DOCKER_11'] },
  switches: [
    ...['--allow-unauthenticated', '--force-yes', '--allow-insecure-repositories'].map((name) =>
      flagSwitch(isApt, name),
    ),
    valueFlagSwitch(isApt, ['-o', '--option'], (value) =>
      /^(?:APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories)=(?:1|true|yes|on)$/i.test(
        value,
      ),
    ),
    writtenSwitch(/\[[^\]\n]*\b(trusted=(yes))\b/dg, 'no'),
    writtenSwitch(/^\s*(Trusted:\s*(yes))\b/dgim, 'no'),
  ],
});
