import { fipsForbiddenAlgorithm } from '../../../server/src/rules/dockerfile/hardened/fips-forbidden-algorithm';
import { ruleTester } from '../../support/rule-tester';

const fips = 'FROM dhi.io/python:3.13-debian13-fips-dev AS b\n';

ruleTester(fipsForbiddenAlgorithm, {
  valid: [
    'FROM dhi.io/python:3.13-debian13-dev\nRUN md5sum -c sums && openssl md5 a\n',
    {
      name: 'allowed ones',
      code: `${fips}RUN sha256sum -c sums && openssl dgst -sha256 a && openssl enc -aes-256-cbc -in a\n`,
    },
    {
      name: 'names of files, patterns and packages',
      code: `${fips}RUN rm -rf a.md5 && find / -name '*.md5' && tar --exclude=*.md5 -xf a.tar && pip install md5 && echo md5\n`,
    },
    {
      name: 'said not to be for security',
      code: `${fips}RUN python3 -c "import hashlib; hashlib.md5(b'', usedforsecurity=False)"\n`,
    },
    { name: 'a variable without a value', code: 'ARG V\nFROM dhi.io/python:${V}\nRUN md5sum a\n' },
    {
      name: 'a switch that is off',
      code: 'FROM dhi.io/python:3.13-debian13-dev\nENV OPENSSL_FORCE_FIPS_MODE=0\nRUN md5sum a\n',
    },
    {
      name: 'another stage',
      code: `${fips}RUN id\nFROM dhi.io/golang:1.26-debian13-dev\nRUN md5sum a\n`,
    },
  ],
  invalid: [
    {
      code: `${fips}RUN echo "0  a" | md5sum -c - && openssl dgst -md5 a\n`,
      findings: [
        {
          message:
            '"md5sum" uses an algorithm that FIPS 140 does not allow, so it fails in this stage or leaves what was validated. Use SHA-256 or another allowed one.',
          at: 'md5sum',
          severity: 'warning',
        },
        { message: 'base', at: '-md5' },
      ],
      output: null,
    },
    {
      name: 'options, with the value behind them or beside them',
      code: `${fips}RUN ssh-keygen -l -E md5 -f k && pip install "x" --hash=md5:abc\n`,
      findings: [
        { message: 'base', at: 'md5' },
        { message: 'base', at: '--hash=md5:abc' },
      ],
      output: null,
    },
    {
      name: 'Python, in a heredoc and in a word',
      code: `${fips}RUN <<EOF\n#!/usr/bin/env python3\nimport hashlib\nprint(hashlib.md5(b"a"))\nEOF\nRUN python3 -c 'import hashlib; hashlib.new("md5")'\n`,
      findings: [
        { message: 'base', at: 'hashlib.md5' },
        { message: 'base', at: `'import hashlib; hashlib.new("md5")'` },
      ],
      output: null,
    },
    {
      name: 'what the container runs, in a stage on a FIPS stage',
      code: `${fips}FROM b\nHEALTHCHECK CMD ["openssl", "md5", "/a"]\nCMD ["openssl", "enc", "-rc4"]\n`,
      findings: [
        { message: 'base', at: '"md5"' },
        { message: 'base', at: '"-rc4"' },
      ],
      output: null,
    },
    {
      name: 'another image that insists on FIPS',
      code: 'FROM debian:13\nENV OPENSSL_FORCE_FIPS_MODE=1\nRUN md5sum a\nFROM golang:1.26\nENV GODEBUG=fips140=only\nRUN md5sum b\n',
      findings: [
        { message: 'base', at: 'md5sum', line: 2 },
        { message: 'base', at: 'md5sum', line: 5 },
      ],
      output: null,
    },
  ],
});
