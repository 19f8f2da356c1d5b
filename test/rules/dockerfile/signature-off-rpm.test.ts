import { signatureOffRpm } from '../../../server/src/rules/dockerfile/transport/signature-off-rpm';
import { ruleTester } from '../../support/rule-tester';

ruleTester(signatureOffRpm, {
  valid: [
    'FROM fedora:43\nRUN rpm --import https://example.com/key.asc && rpm -Uvh https://example.com/a.rpm\n',
    {
      name: 'what only asks',
      code: 'FROM fedora:43\nRUN rpm -qp --nosignature a.rpm && rpm -qip --nodigest a.rpm && rpm -Va --noverify\n',
    },
    {
      name: 'other programs',
      code: 'FROM fedora:43\nRUN rpm2cpio --nosignature a.rpm && echo rpm -i --nosignature\n',
    },
    {
      name: 'a variable that may hold anything',
      code: 'FROM fedora:43\nARG FLAGS\nRUN rpm -i $FLAGS a.rpm\n',
    },
    {
      name: 'comments',
      code: 'FROM fedora:43\nRUN <<EOF\n# rpm -i --nosignature a.rpm\nrpm -i a.rpm\nEOF\n',
    },
  ],
  invalid: [
    {
      code: 'FROM fedora:43\nRUN rpm -ivh --nosignature https://example.com/a.rpm\n',
      findings: [
        {
          message:
            '--nosignature makes rpm install packages without checking who signed them, so whoever can change a mirror can change the image. Remove it, and import the key that the packages are signed with.',
          at: '--nosignature',
          offers: [
            {
              title: 'Remove --nosignature',
              output: 'FROM fedora:43\nRUN rpm -ivh https://example.com/a.rpm\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'more than one, in a builder',
      code: 'FROM fedora:43 AS build\nRUN rpm --nodigest --nosignature -Uvh a.rpm\nFROM scratch\nUSER 65532\n',
      findings: [
        {
          message: 'base',
          at: '--nodigest',
          offers: [
            {
              title: 'Remove --nodigest',
              output: 'FROM fedora:43 AS build\nRUN rpm --nosignature -Uvh a.rpm\nFROM scratch\nUSER 65532\n',
            },
          ],
        },
        {
          message: 'base',
          at: '--nosignature',
          offers: [
            {
              title: 'Remove --nosignature',
              output: 'FROM fedora:43 AS build\nRUN rpm --nodigest -Uvh a.rpm\nFROM scratch\nUSER 65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'across lines',
      code: 'FROM fedora:43\nRUN rpm --install \\\n      a.rpm \\\n      --noverify\n',
      findings: [
        {
          message: 'base',
          at: '--noverify',
          offers: [
            { title: 'Remove --noverify', output: 'FROM fedora:43\nRUN rpm --install \\\n      a.rpm\n' },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a heredoc',
      code: 'FROM fedora:43\nRUN <<EOF\nset -e\nrpm -F --nosignature *.rpm\nEOF\n',
      findings: [
        {
          message: 'base',
          at: '--nosignature',
          offers: [
            {
              title: 'Remove --nosignature',
              output: 'FROM fedora:43\nRUN <<EOF\nset -e\nrpm -F *.rpm\nEOF\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a script in quotes',
      code: "FROM fedora:43\nRUN bash -c 'rpm --upgrade --nodigest a.rpm'\n",
      findings: [
        {
          message: 'base',
          at: '--nodigest',
          offers: [
            { title: 'Remove --nodigest', output: "FROM fedora:43\nRUN bash -c 'rpm --upgrade a.rpm'\n" },
          ],
        },
      ],
      output: null,
    },
  ],
});
