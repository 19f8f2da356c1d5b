import { programs, valueFlagSwitch } from './flag-switch';
import { tlsOffRule } from './off-rule';
import { settingSwitch } from './setting-switch';
import { variableSwitch } from './variable-switch';
import { writtenSwitch } from './written-switch';
import { mentioning } from './off-switch';

const git = programs('git');

export const tlsOffGit = tlsOffRule({
  id: 'tls-off-git',
  tool: 'git',
  sameAs: { checkov: ['CKV2_DOCKER_14'] },
  switches: [
    mentioning(['sslVerify'], settingSwitch(git, /^http\.(?:.+\.)?sslverify$/i, ['-c', '--config', '-C'])),
    valueFlagSwitch(
      git,
      ['-c', '--config'],
      (value) => /^http\.(?:.+\.)?sslverify=(?:false|0|no|off)$/i.test(value),
      ['sslVerify'],
    ),
    // git only asks whether it is set, so "false" and an empty value switch the check off as well:
    // https://github.com/git/git/blob/master/http.c
    variableSwitch('GIT_SSL_NO_VERIFY', () => true),
    mentioning(
      ['sslVerify'],
      writtenSwitch(
        /\[http(?: [^\]\n]{1,200})?\][^[]{0,500}?(?<!\w)(sslverify\s{0,9}=\s{0,9}(false|0|no|off))\b/dgi,
        { on: 'true' },
      ),
    ),
  ],
});
