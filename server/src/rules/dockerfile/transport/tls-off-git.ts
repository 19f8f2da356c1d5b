import { programs, valueFlagSwitch } from './flag-switch';
import { tlsOffRule } from './off-rule';
import { settingSwitch } from './setting-switch';
import { variableSwitch } from './variable-switch';

const isGit = programs('git');

export const tlsOffGit = tlsOffRule({
  id: 'tls-off-git',
  tool: 'git',
  sameAs: { checkov: ['CKV2_DOCKER_14'] },
  switches: [
    settingSwitch(isGit, /^http\.(?:.+\.)?sslverify$/i),
    valueFlagSwitch(isGit, ['-c'], (value) => /^http\.(?:.+\.)?sslverify=(?:false|0|no|off)$/i.test(value)),
    // Any value will do, even an empty one: https://git-scm.com/docs/git#Documentation/git.txt-GITSSLNOVERIFY
    variableSwitch('GIT_SSL_NO_VERIFY', (value) => !/^(?:0|false|no|off)$/i.test(value)),
  ],
});
