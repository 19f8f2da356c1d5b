import { remoteAddUnverified } from '../../../server/src/rules/dockerfile/supply/remote-add-unverified';
import { ruleTester } from '../../support/rule-tester';

const checksum = `sha256:${'0123456789abcdef'.repeat(4)}`;

ruleTester(remoteAddUnverified, {
  valid: [
    `FROM a:1\nADD --checksum=${checksum} https://example.com/x.tar.gz /x/\n`,
    {
      name: 'a checksum in a variable',
      code: 'FROM a:1\nARG SUM\nADD --checksum=${SUM} https://example.com/x /x\n',
    },
    {
      name: 'a Git repository',
      code: 'FROM a:1\nADD https://github.com/example/x.git#v1.2.3 /x\nADD git@example.com:x.git /y\n',
    },
    {
      name: 'the installer of uv has rules of its own',
      code: 'FROM a:1\nADD https://astral.sh/uv/install.sh /install.sh\nADD https://astral.sh/uv/0.12.5/install.sh /install.sh\n',
    },
    { name: 'a file of the context', code: 'FROM a:1\nADD x.tar.gz /x/\n' },
    { name: 'COPY fetches nothing', code: 'FROM a:1\nCOPY x /x\n' },
    { name: 'in a heredoc', code: 'FROM a:1\nCOPY <<EOF /x\nADD https://example.com/x /x\nEOF\n' },
  ],
  invalid: [
    {
      code: 'FROM a:1\nADD https://example.com/x.tar.gz /x/\n',
      findings: [{ message: 'base', at: 'https://example.com/x.tar.gz' }],
      output: null,
    },
    {
      name: 'in a builder: what ships is made of it',
      code: 'FROM a:1 AS build\nADD --chmod=755 https://example.com/${VERSION}/x /usr/bin/x\nFROM scratch\n',
      findings: [{ message: 'base', at: 'https://example.com/${VERSION}/x' }],
      output: null,
    },
    {
      name: 'several sources, over lines',
      code: 'FROM a:1\nADD https://example.com/a \\\n    https://example.com/b \\\n    c /x/\n',
      findings: [
        { message: 'base', at: 'https://example.com/a' },
        { message: 'base', at: 'https://example.com/b' },
      ],
      output: null,
    },
    {
      name: 'a JSON form, a trigger',
      code: 'FROM a:1\nADD ["https://example.com/a b", "/x"]\nONBUILD ADD https://example.com/c /c\n',
      findings: [
        { message: 'base', at: '"https://example.com/a b"' },
        { message: 'base', at: 'https://example.com/c' },
      ],
      output: null,
    },
  ],
});
