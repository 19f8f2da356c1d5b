import { programs, valueFlagSwitch } from './flag-switch';
import { isLocalAddress } from './local-address';
import { tlsOffRule } from './off-rule';
import { variableSwitch } from './variable-switch';

const isRemote = (host: string): boolean => host.trim() !== '' && !isLocalAddress(host);

export const tlsOffUv = tlsOffRule({
  id: 'tls-off-uv',
  tool: 'uv',
  switches: [
    valueFlagSwitch(programs('uv', 'uvx'), ['--allow-insecure-host', '--trusted-host'], isRemote),
    variableSwitch('UV_INSECURE_HOST', isRemote),
  ],
});
