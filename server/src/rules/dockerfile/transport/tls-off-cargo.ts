import { programs, valueFlagSwitch } from './flag-switch';
import { tlsOffRule } from './off-rule';
import { variableSwitch } from './variable-switch';

/** Versions that RFC 8996 and RFC 7568 call broken. Cargo has no switch that leaves the check out altogether. */
const isBroken = (version: string): boolean => /^(?:sslv[23]|tlsv1(?:\.[01])?)$/i.test(version);

export const tlsOffCargo = tlsOffRule({
  id: 'tls-off-cargo',
  tool: 'cargo',
  switches: [
    variableSwitch('CARGO_HTTP_SSL_VERSION', isBroken),
    variableSwitch('CARGO_HTTP_SSL_VERSION_MAX', isBroken),
    valueFlagSwitch(programs('cargo'), ['--config'], (value) => {
      const version = /^http\.ssl-version(?:\.max)?\s*=\s*["']?([\w.]+)["']?$/.exec(value)?.[1];
      return version !== undefined && isBroken(version);
    }),
  ],
});
