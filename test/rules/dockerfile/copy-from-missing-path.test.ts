import { copyFromMissingPath } from '../../../server/src/rules/dockerfile/stages/copy-from-missing-path';
import { ruleTester } from '../../support/rule-tester';

ruleTester(copyFromMissingPath, {
  valid: [
    'FROM scratch AS files\nCOPY app /app\nFROM a:1\nCOPY --from=files /app /app\n',
    {
      name: 'below a folder that was copied',
      code: 'FROM scratch AS files\nCOPY . /src\nFROM a:1\nCOPY --from=files /src/a/b /b\n',
    },
    {
      name: 'a folder above',
      code: 'FROM scratch AS files\nCOPY a /opt/x/a\nFROM a:1\nCOPY --from=files /opt /opt\nCOPY --from=files / /\n',
    },
    {
      name: 'all is at the root',
      code: 'FROM scratch AS files\nCOPY . .\nFROM a:1\nCOPY --from=files /a /a\n',
    },
    {
      name: 'a work directory',
      code: 'FROM scratch AS files\nWORKDIR /data/x\nFROM a:1\nCOPY --from=files /data /data\n',
    },
    {
      name: 'a command may make anything',
      code: 'FROM scratch AS files\nADD rootfs.tar /\nRUN make\nFROM a:1\nCOPY --from=files /x /x\n',
    },
    {
      name: 'an image holds what it holds',
      code: 'FROM a:1 AS build\nCOPY a /a\nFROM a:1\nCOPY --from=build /b /b\n',
    },
    {
      name: 'a variable in the destination or the source',
      code: 'FROM scratch AS files\nCOPY a ${DIR}\nFROM scratch AS more\nCOPY a /a\nFROM a:1\nCOPY --from=files /x /x\nCOPY --from=more /${Y} /y\n',
    },
    {
      name: 'a wildcard in a folder that is there',
      code: 'FROM scratch AS files\nCOPY a /x/\nFROM a:1\nCOPY --from=files /x/*.txt /\nCOPY --from=files /* /\n',
    },
    {
      name: 'below a stage of the same kind',
      code: 'FROM scratch AS base\nCOPY a /a\nFROM base AS files\nLABEL a=b\nFROM a:1\nCOPY --from=files /a /a\n',
    },
    {
      name: 'a volume',
      code: 'FROM scratch AS files\nVOLUME /data\nFROM a:1\nCOPY --from=files /data /data\n',
    },
  ],
  invalid: [
    {
      code: 'FROM scratch AS files\nCOPY app /app\nFROM a:1\nCOPY --from=files /bin/app /app\n',
      findings: [
        {
          message:
            'The stage "files" starts empty, and nothing that it copies is put at /bin/app or below, so the build fails here.',
          at: '/bin/app',
        },
      ],
      output: null,
    },
    {
      name: 'relative to the root, by its number, several sources',
      code: 'FROM scratch\nWORKDIR /srv\nCOPY a b ./\nFROM a:1\nCOPY --from=0 srv/a a ./b /x/\n',
      findings: [
        { message: 'base', at: 'a', line: 4 },
        { message: 'base', at: './b' },
      ],
      output: null,
    },
    {
      name: 'a heredoc is a file; a name that only begins alike is another',
      code: 'FROM scratch AS files\nCOPY <<EOF /etc/app.conf\na\nEOF\nFROM a:1\nCOPY --from=files /etc/app /etc/app\n',
      findings: [{ message: 'base', at: '/etc/app' }],
      output: null,
    },
    {
      name: 'a wildcard in a folder that is not there, over two stages',
      code: 'FROM scratch AS base\nCOPY a /a\nFROM base AS files\nCOPY --from=base /a /b\nFROM a:1\nCOPY --from=files /c/*.so /lib/\n',
      findings: [{ message: 'base', at: '/c/*.so' }],
      output: null,
    },
    {
      name: 'nothing was copied at all',
      code: 'FROM scratch AS files\nENV A=b\nFROM a:1\nCOPY --from=files /a /a\n',
      findings: [{ message: 'base', at: '/a', line: 3 }],
      output: null,
    },
  ],
});
