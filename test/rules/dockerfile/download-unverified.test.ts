import { downloadUnverified } from '../../../server/src/rules/dockerfile/supply/download-unverified';
import { ruleTester } from '../../support/rule-tester';

ruleTester(downloadUnverified, {
  valid: [
    'FROM a:1\nRUN curl -fsSLo x.tgz https://example.com/x.tgz && echo "abc  x.tgz" | sha256sum -c - && tar xzf x.tgz\n',
    {
      name: 'a signature',
      code: 'FROM a:1\nRUN wget https://example.com/x.tar.gz && gpg --verify x.tar.gz.asc && tar -xf x.tar.gz\n',
    },
    {
      name: 'a sum that is compared by hand',
      code: 'FROM a:1\nRUN curl -o x https://example.com/x && [ "$(sha256sum x | cut -c1-64)" = "$SUM" ] && chmod +x x\n',
    },
    {
      name: 'openssl and cosign',
      code: 'FROM a:1\nRUN curl -o x https://example.com/x && openssl dgst -verify k.pem -signature x.sig x && chmod +x x\nRUN curl -o y https://example.com/y && cosign verify-blob y && sh y\n',
    },
    { name: 'only kept', code: 'FROM a:1\nRUN curl -o /etc/data.json https://example.com/data.json\n' },
    {
      name: 'a key',
      code: 'FROM a:1\nRUN curl -fsSL https://example.com/key.asc | gpg --dearmor -o /usr/share/keyrings/k.gpg\n',
    },
    {
      name: 'piped into an interpreter is another rule',
      code: 'FROM a:1\nRUN curl -fsSL https://example.com/i.sh | sh\n',
    },
    {
      name: 'something else is unpacked',
      code: 'FROM a:1\nCOPY y.tgz .\nRUN curl -o x.json https://example.com/x.json && tar xzf y.tgz\n',
    },
    {
      name: 'packed up, not unpacked',
      code: 'FROM a:1\nRUN wget https://example.com/x.json && tar czf x.tgz x.json\n',
    },
    {
      name: 'the machine itself',
      code: 'FROM a:1\nRUN curl -o x.sh http://localhost:8080/x.sh && sh x.sh\n',
    },
    {
      name: 'made readable, not executable',
      code: 'FROM a:1\nRUN curl -o /x https://example.com/x && chmod 644 /x && chmod a+r /x\n',
    },
    {
      name: 'a script of another language',
      code: 'FROM a:1\nRUN <<EOF\n#!/usr/bin/python3\ncurl = 1\nEOF\n',
    },
  ],
  invalid: [
    {
      code: 'FROM a:1\nRUN curl -fsSL https://example.com/x.tgz | tar -xz -C /opt\n',
      findings: [
        {
          message:
            'What curl fetches here is unpacked unchecked. Compare it with a checksum or a signature first, as with `sha256sum -c`.',
          at: 'https://example.com/x.tgz',
        },
      ],
      output: null,
    },
    {
      name: 'made executable, in a builder, over lines',
      code: 'FROM a:1 AS build\nRUN curl -fsSLo /usr/local/bin/kubectl \\\n        "https://example.com/${VERSION}/kubectl" \\\n    && chmod 0755 /usr/local/bin/kubectl\nFROM scratch\n',
      findings: [{ message: 'base', at: '"https://example.com/${VERSION}/kubectl"' }],
      output: null,
    },
    {
      name: 'named by its address, with a query; in a heredoc',
      code: 'FROM a:1\nRUN <<EOF\nset -e\ncd /tmp\nwget -q "https://example.com/go1.26.tar.gz?raw=1"\ntar -C /usr/local -xzf go1.26.tar.gz\nEOF\n',
      findings: [{ message: 'base', at: '"https://example.com/go1.26.tar.gz?raw=1"' }],
      output: null,
    },
    {
      name: 'installed, by a wildcard too',
      code: 'FROM a:1\nRUN curl -LO https://example.com/a.deb; dpkg -i a.deb\nRUN wget https://example.com/b_1.deb && apt-get install -y ./*.deb\nRUN curl -o c.rpm https://example.com/c && rpm -Uvh c.rpm\n',
      findings: [
        { message: 'base', at: 'https://example.com/a.deb' },
        { message: 'base', at: 'https://example.com/b_1.deb' },
        { message: 'base', at: 'https://example.com/c' },
      ],
      output: null,
    },
    {
      name: 'put into its place by install, with a version that another request gives',
      code: 'FROM a:1\nRUN curl -LO "https://example.com/$(curl -Ls https://example.com/stable.txt)/kubectl" && install -m 0755 kubectl /usr/local/bin/kubectl\n',
      findings: [
        { message: 'base', at: '"https://example.com/$(curl -Ls https://example.com/stable.txt)/kubectl"' },
      ],
      output: null,
    },
    {
      name: 'run: by an interpreter, by itself, after a redirect',
      code: 'FROM a:1\nRUN curl https://example.com/a.sh > /tmp/a.sh && bash /tmp/a.sh --yes\nRUN wget -O i https://example.com/i && ./i\n',
      findings: [
        {
          message:
            'What curl fetches here is run unchecked. Compare it with a checksum or a signature first, as with `sha256sum -c`.',
          at: 'https://example.com/a.sh',
        },
        { message: 'base', at: 'https://example.com/i' },
      ],
      output: null,
    },
    {
      name: 'an address that only a variable holds; unpacked by way of another program',
      code: 'FROM a:1\nRUN curl -sSL "$URL" | gunzip > /usr/bin/x && chmod +x /usr/bin/x\nRUN wget -qO- https://example.com/x.zip | bsdtar -xf-\n',
      findings: [
        { message: 'base', at: '"$URL"' },
        { message: 'base', at: 'https://example.com/x.zip' },
      ],
      output: null,
    },
  ],
});
