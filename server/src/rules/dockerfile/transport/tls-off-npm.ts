import { flagSwitch, programs, valueFlagSwitch } from './flag-switch';
import { tlsOffRule } from './off-rule';
import { isFalse, settingSwitch } from './setting-switch';
import { variableSwitch } from './variable-switch';
import { writtenSwitch } from './written-switch';

const isNpm = programs('npm', 'npx', 'yarn', 'pnpm');

export const tlsOffNpm = tlsOffRule({
  id: 'tls-off-npm',
  tool: 'npm',
  sameAs: { checkov: ['CKV2_DOCKER_12', 'CKV2_DOCKER_13'] },
  switches: [
    settingSwitch(isNpm, /^(?:strict-ssl|enableStrictSsl)$/),
    flagSwitch(isNpm, '--no-strict-ssl'),
    valueFlagSwitch(isNpm, ['--strict-ssl'], isFalse),
    ...['NPM_CONFIG_STRICT_SSL', 'npm_config_strict_ssl', 'YARN_ENABLE_STRICT_SSL'].map((name) =>
      variableSwitch(name, isFalse),
    ),
    writtenSwitch(/(?<![\w-])(strict-ssl\s*=\s*(false))\b/dg, 'true'),
  ],
});
