import { programs, valueFlagSwitch } from './flag-switch';
import { isRemoteHost } from './local-address';
import { tlsOffRule } from './off-rule';
import { variableSwitch } from './variable-switch';
import { writtenSwitch } from './written-switch';
import { mentioning } from './off-switch';

export const tlsOffUv = tlsOffRule({
  id: 'tls-off-uv',
  tool: 'uv',
  switches: [
    valueFlagSwitch(programs('uv', 'uvx'), ['--allow-insecure-host', '--trusted-host'], isRemoteHost),
    variableSwitch('UV_INSECURE_HOST', isRemoteHost),
    mentioning(
      ['allow-insecure-host'],
      writtenSwitch(
        /(?<![\w-])(allow-insecure-host\s{0,9}=\s{0,9}\[\s{0,9}\\?["']([^"'\]\\]{1,255})[^\]]{1,500}\])/dg,
        { isOff: isRemoteHost },
      ),
    ),
  ],
});
