import { flagSwitch, programs, valueFlagSwitch } from './flag-switch';
import { signatureOffRule } from './off-rule';
import { writtenSwitch } from './written-switch';
import { mentioning } from './off-switch';

const yum = programs('yum', 'dnf', 'dnf5', 'microdnf', 'tdnf', 'yum-config-manager');
const zypper = programs('zypper');

export const signatureOffYum = signatureOffRule({
  id: 'signature-off-yum',
  tool: 'yum',
  sameAs: { checkov: ['CKV2_DOCKER_9', 'CKV2_DOCKER_15'] },
  switches: [
    flagSwitch(yum, '--nogpgcheck'),
    flagSwitch(yum, '--no-gpgchecks'),
    ...['--no-gpg-checks', '--no-gpgcheck', '--allow-unsigned-rpm'].map((name) => flagSwitch(zypper, name)),
    valueFlagSwitch(yum, ['--setopt'], (value) =>
      /^(?:[\w*.-]+\.)?gpgcheck=(?:0|false|no|off)$/i.test(value),
    ),
    mentioning(
      ['gpgcheck'],
      writtenSwitch(/(?<![\w.=-])(gpgcheck\s{0,9}=\s{0,9}(0|false|no|off))\b/dg, {
        on: '1',
        isHarmless: isOnDisk,
      }),
    ),
  ],
  tlsSwitches: [
    valueFlagSwitch(yum, ['--setopt'], (value) =>
      /^(?:[\w*.-]+\.)?sslverify=(?:0|false|no|off)$/i.test(value),
    ),
    // git has a setting of that name too, in the section [http].
    mentioning(
      ['sslverify'],
      writtenSwitch(/(?<![\w.=-])(sslverify(?<!\[http[^[]{0,300})\s{0,9}=\s{0,9}(0|false|no|off))\b/dg, {
        on: '1',
      }),
    ),
  ],
});

/** Whether the text is about repositories on the image's own disk and no others. */
function isOnDisk(text: string): boolean {
  return (
    /\bbaseurl\s{0,9}=\s{0,9}file:/.test(text) &&
    !/\b(?:baseurl|mirrorlist|metalink)\s{0,9}=\s{0,9}(?!file:)\S/.test(text)
  );
}
