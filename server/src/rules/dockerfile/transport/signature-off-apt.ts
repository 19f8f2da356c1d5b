import { trustedSources } from './apt-trusted';
import { flagSwitch, programs, valueFlagSwitch } from './flag-switch';
import { signatureOffRule } from './off-rule';
import { writtenSwitch } from './written-switch';
import { mentioning } from './off-switch';

const settings = ['AllowUnauthenticated', 'AllowInsecureRepositories'];
const apt = programs('apt-get', 'apt', 'aptitude');

export const signatureOffApt = signatureOffRule({
  id: 'signature-off-apt',
  tool: 'apt',
  sameAs: { checkov: ['CKV2_DOCKER_8', 'CKV2_DOCKER_11'] },
  switches: [
    ...['--allow-unauthenticated', '--force-yes', '--allow-insecure-repositories'].map((name) =>
      flagSwitch(apt, name),
    ),
    valueFlagSwitch(
      apt,
      ['-o', '--option'],
      (value) =>
        /^(?:APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories)=(?:1|true|yes|on)$/i.test(
          value,
        ),
      settings,
    ),
    mentioning(
      settings,
      writtenSwitch(
        /((?:APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories)\s{1,9}\\?"?(1|true|yes|on)\\?"?)/dgi,
        { on: 'false' },
      ),
    ),
    mentioning(['trusted'], trustedSources),
  ],
});
