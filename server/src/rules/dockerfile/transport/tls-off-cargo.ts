import { programs, valueFlagSwitch } from './flag-switch';
import { offRule } from './off-rule';
import { variableSwitch } from './variable-switch';
import { writtenSwitch } from './written-switch';
import { mentioning } from './off-switch';

/** Versions that RFC 8996 and RFC 7568 retired. Cargo has no switch that leaves the check out altogether. */
const isRetired = (version: string): boolean => /^(?:sslv[23]|tlsv1(?:\.[01])?)$/i.test(version);

const names = ['CARGO_HTTP_SSL_VERSION', 'CARGO_HTTP_SSL_VERSION_MIN', 'CARGO_HTTP_SSL_VERSION_MAX'];

export const tlsOffCargo = offRule(
  { id: 'tls-off-cargo', tool: 'cargo' },
  {
    summary: 'cargo must not fall back to a version of TLS that was retired as insecure.',
    messages: {
      base: '{what} lets {tool} fall back to a version of TLS that was retired as insecure (RFC 8996). Remove it, so that a current version is used.',
    },
    switches: {
      base: [
        ...names.map((name) => variableSwitch(name, isRetired)),
        valueFlagSwitch(
          programs('cargo'),
          ['--config'],
          (value) => {
            const version = /^http\.ssl-version(?:\.(?:min|max))?\s*=\s*["']?([\w.]+)["']?$/.exec(value)?.[1];
            return version !== undefined && isRetired(version);
          },
          ['ssl-version'],
        ),
        mentioning(
          ['ssl-version'],
          writtenSwitch(
            /(?<![\w-])(ssl-version(?:\.(?:min|max))?\s{0,9}=\s{0,9}\\?["']([\w.]{1,9})\\?["'])/dg,
            { on: 'tlsv1.2', isOff: isRetired },
          ),
        ),
      ],
    },
  },
);
