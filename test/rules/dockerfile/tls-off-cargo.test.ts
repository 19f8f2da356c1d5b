import { tlsOffCargo } from '../../../server/src/rules/dockerfile/transport/tls-off-cargo';
import { ruleTester } from '../../support/rule-tester';

ruleTester(tlsOffCargo, {
  valid: [
    'FROM rust:1.91\nENV CARGO_HTTP_SSL_VERSION=tlsv1.3\nRUN cargo build --release\n',
    {
      name: 'versions that are current',
      code: 'FROM rust:1.91\nRUN cargo --config \'http.ssl-version="tlsv1.2"\' fetch\nENV CARGO_HTTP_SSL_VERSION_MAX=tlsv1.3\n',
    },
    { name: 'left to cargo', code: 'FROM rust:1.91\nENV CARGO_HTTP_SSL_VERSION=default\n' },
    {
      name: 'a variable without a value',
      code: 'FROM rust:1.91\nARG TLS\nENV CARGO_HTTP_SSL_VERSION=$TLS\n',
    },
    {
      name: 'other settings',
      code: 'FROM rust:1.91\nRUN cargo --config net.retry=5 fetch && echo "tlsv1.0"\n',
    },
    {
      name: 'a comment of a configuration file',
      code: 'FROM rust:1.91\nCOPY <<EOF .cargo/config.toml\n# ssl-version = "tlsv1.0"\nEOF\n',
    },
  ],
  invalid: [
    {
      code: 'FROM rust:1.91\nENV CARGO_HTTP_SSL_VERSION=tlsv1.0\nRUN cargo build --release --locked\n',
      findings: [
        {
          message:
            'CARGO_HTTP_SSL_VERSION=tlsv1.0 lets cargo fall back to a version of TLS that was retired as insecure (RFC 8996). Remove it, so that a current version is used.',
          at: 'CARGO_HTTP_SSL_VERSION=tlsv1.0',
          offers: [
            {
              title: 'Remove CARGO_HTTP_SSL_VERSION',
              output: 'FROM rust:1.91\nRUN cargo build --release --locked\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'for one command, in a builder',
      code: 'FROM rust:1.91 AS build\nRUN CARGO_HTTP_SSL_VERSION_MAX=tlsv1.1 cargo fetch --locked\nFROM debian:13\nUSER app\n',
      findings: [
        {
          message: 'base',
          at: 'CARGO_HTTP_SSL_VERSION_MAX=tlsv1.1',
          offers: [
            {
              title: 'Remove CARGO_HTTP_SSL_VERSION_MAX',
              output: 'FROM rust:1.91 AS build\nRUN cargo fetch --locked\nFROM debian:13\nUSER app\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'by flag',
      code: 'FROM rust:1.91\nRUN cargo --config \'http.ssl-version="tlsv1.1"\' fetch --locked\n',
      findings: [
        {
          message: 'base',
          at: '--config \'http.ssl-version="tlsv1.1"\'',
          offers: [
            {
              title: 'Remove --config http.ssl-version="tlsv1.1"',
              output: 'FROM rust:1.91\nRUN cargo fetch --locked\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'configuration files',
      code: 'FROM rust:1.91\nRUN printf \'[http]\\nssl-version = "tlsv1"\\n\' > /usr/local/cargo/config.toml\nCOPY <<EOF .cargo/config.toml\n[http]\nssl-version.min = "tlsv1.0"\nEOF\n',
      findings: [
        {
          message: 'base',
          at: 'ssl-version = "tlsv1"',
          offers: [
            {
              title: 'Change the value to tlsv1.2',
              output:
                'FROM rust:1.91\nRUN printf \'[http]\\nssl-version = "tlsv1.2"\\n\' > /usr/local/cargo/config.toml\nCOPY <<EOF .cargo/config.toml\n[http]\nssl-version.min = "tlsv1.0"\nEOF\n',
            },
          ],
        },
        {
          message: 'base',
          at: 'ssl-version.min = "tlsv1.0"',
          offers: [
            {
              title: 'Change the value to tlsv1.2',
              output:
                'FROM rust:1.91\nRUN printf \'[http]\\nssl-version = "tlsv1"\\n\' > /usr/local/cargo/config.toml\nCOPY <<EOF .cargo/config.toml\n[http]\nssl-version.min = "tlsv1.2"\nEOF\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an argument',
      code: 'FROM rust:1.91\nARG CARGO_HTTP_SSL_VERSION_MIN=tlsv1.0\nRUN cargo fetch --locked\n',
      findings: [
        {
          message: 'base',
          at: 'CARGO_HTTP_SSL_VERSION_MIN=tlsv1.0',
          offers: [
            {
              title: 'Remove CARGO_HTTP_SSL_VERSION_MIN',
              output: 'FROM rust:1.91\nRUN cargo fetch --locked\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
