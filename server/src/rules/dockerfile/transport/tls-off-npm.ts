import { flagSwitch, programs, valueFlagSwitch } from './flag-switch';
import { tlsOffRule } from './off-rule';
import { settingSwitch } from './setting-switch';
import { isFalse } from './truth';
import { variableSwitch } from './variable-switch';
import { writtenSwitch } from './written-switch';
import { mentioning } from './off-switch';

const npm = programs('npm', 'npx', 'yarn', 'yarnpkg', 'pnpm');

export const tlsOffNpm = tlsOffRule({
  id: 'tls-off-npm',
  tool: 'npm',
  sameAs: { checkov: ['CKV2_DOCKER_12', 'CKV2_DOCKER_13'] },
  switches: [
    mentioning(['strict-ssl', 'enableStrictSsl'], settingSwitch(npm, /^(?:strict-ssl|enableStrictSsl)$/)),
    flagSwitch(npm, '--no-strict-ssl'),
    valueFlagSwitch(npm, ['--strict-ssl'], isFalse),
    ...['NPM_CONFIG_STRICT_SSL', 'npm_config_strict_ssl', 'YARN_ENABLE_STRICT_SSL'].map((name) =>
      variableSwitch(name, isFalse, 'true'),
    ),
    // .npmrc, .yarnrc and .yarnrc.yml
    mentioning(
      ['strict-ssl'],
      writtenSwitch(/(?<![\w-])(strict-ssl(?:\s{0,9}=\s{0,9}| )(false))\b/dg, { on: 'true' }),
    ),
    mentioning(
      ['enableStrictSsl'],
      writtenSwitch(/(?<!\w)(enableStrictSsl:\s{1,9}(false))\b/dg, { on: 'true' }),
    ),
  ],
});
