import { signatureOffYum } from '../../../server/src/rules/dockerfile/transport/signature-off-yum';
import { ruleTester } from '../../support/rule-tester';

ruleTester(signatureOffYum, {
  valid: [
    'FROM fedora:43\nRUN dnf install -y nginx && dnf clean all\n',
    {
      name: 'the signature of the index is another one',
      code: 'FROM fedora:43\nCOPY <<EOF /etc/yum.repos.d/example.repo\n[example]\ngpgcheck=1\nrepo_gpgcheck=0\n# gpgcheck=0\nEOF\n',
    },
    {
      name: 'switched on again',
      code: "FROM rockylinux:9\nRUN sed -i 's/^gpgcheck=0/gpgcheck=1/' /etc/yum.repos.d/*.repo && sed -i '/sslverify=0/d' /etc/yum.conf\n",
    },
    {
      name: 'only looked for',
      code: 'FROM rockylinux:9\nRUN if grep -rq gpgcheck=0 /etc/yum.repos.d; then exit 1; fi\n',
    },
    {
      name: 'a variable without a value',
      code: 'FROM fedora:43\nARG CHECK\nRUN dnf install -y --setopt=gpgcheck=$CHECK nginx && echo "gpgcheck=$CHECK" > a.repo\n',
    },
    {
      name: 'other options',
      code: 'FROM fedora:43\nRUN dnf install -y --setopt=install_weak_deps=False --setopt=tsflags=nodocs nginx\n',
    },
    {
      name: 'a repository on the image itself',
      code: "FROM fedora:43\nRUN printf '[own]\\nbaseurl=file:///packages\\ngpgcheck=0\\n' > /etc/yum.repos.d/own.repo\n",
    },
    {
      name: 'a setting of git',
      code: 'FROM fedora:43\nCOPY <<EOF /etc/gitconfig\n[http]\n  sslverify = false\nEOF\n',
    },
  ],
  invalid: [
    {
      code: 'FROM fedora:43\nRUN dnf install -y --nogpgcheck nginx\n',
      findings: [
        {
          message:
            '--nogpgcheck makes dnf install packages without checking who signed them, so whoever can change a mirror can change the image. Remove it, and import the key that the packages are signed with.',
          at: '--nogpgcheck',
          offers: [{ title: 'Remove --nogpgcheck', output: 'FROM fedora:43\nRUN dnf install -y nginx\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'each tool, in a builder',
      code: 'FROM registry.access.redhat.com/ubi9:9.6 AS build\nRUN yum -y --nogpgcheck install a && microdnf install --nogpgcheck b && dnf5 install --no-gpgchecks c\nFROM scratch\nUSER 65532\n',
      findings: [
        {
          message: 'base',
          at: '--nogpgcheck',
          line: 1,
          offers: [
            {
              title: 'Remove --nogpgcheck',
              output:
                'FROM registry.access.redhat.com/ubi9:9.6 AS build\nRUN yum -y install a && microdnf install --nogpgcheck b && dnf5 install --no-gpgchecks c\nFROM scratch\nUSER 65532\n',
            },
          ],
        },
        {
          message: 'base',
          at: '--nogpgcheck',
          line: 1,
          offers: [
            {
              title: 'Remove --nogpgcheck',
              output:
                'FROM registry.access.redhat.com/ubi9:9.6 AS build\nRUN yum -y --nogpgcheck install a && microdnf install b && dnf5 install --no-gpgchecks c\nFROM scratch\nUSER 65532\n',
            },
          ],
        },
        {
          message: 'base',
          at: '--no-gpgchecks',
          offers: [
            {
              title: 'Remove --no-gpgchecks',
              output:
                'FROM registry.access.redhat.com/ubi9:9.6 AS build\nRUN yum -y --nogpgcheck install a && microdnf install --nogpgcheck b && dnf5 install c\nFROM scratch\nUSER 65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an option with stars',
      code: 'FROM fedora:43\nRUN dnf install -y --setopt=*.gpgcheck=0 nginx\n',
      findings: [
        {
          message: 'base',
          at: '--setopt=*.gpgcheck=0',
          offers: [
            { title: 'Remove --setopt *.gpgcheck=0', output: 'FROM fedora:43\nRUN dnf install -y nginx\n' },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the certificate of the server',
      code: 'FROM fedora:43\nRUN dnf --setopt sslverify=false install -y nginx\n',
      findings: [
        {
          message:
            '--setopt sslverify=false makes dnf accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: '--setopt sslverify=false',
          offers: [
            {
              title: 'Remove --setopt sslverify=false',
              output: 'FROM fedora:43\nRUN dnf install -y nginx\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'zypper',
      code: 'FROM registry.suse.com/bci/bci-base:15.7\nRUN zypper --no-gpg-checks install -y nginx && \\\n    zypper addrepo --no-gpgcheck https://example.com/x.repo\n',
      findings: [
        {
          message: 'base',
          at: '--no-gpg-checks',
          offers: [
            {
              title: 'Remove --no-gpg-checks',
              output:
                'FROM registry.suse.com/bci/bci-base:15.7\nRUN zypper install -y nginx && \\\n    zypper addrepo --no-gpgcheck https://example.com/x.repo\n',
            },
          ],
        },
        {
          message: 'base',
          at: '--no-gpgcheck',
          offers: [
            {
              title: 'Remove --no-gpgcheck',
              output:
                'FROM registry.suse.com/bci/bci-base:15.7\nRUN zypper --no-gpg-checks install -y nginx && \\\n    zypper addrepo https://example.com/x.repo\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a repository',
      code: 'FROM fedora:43\nRUN <<EOF cat > /etc/yum.repos.d/example.repo\n[example]\nbaseurl=https://example.com\ngpgcheck = 0\nsslverify=0\nEOF\n',
      findings: [
        {
          message: 'base',
          at: 'gpgcheck = 0',
          offers: [
            {
              title: 'Change the value to 1',
              output:
                'FROM fedora:43\nRUN <<EOF cat > /etc/yum.repos.d/example.repo\n[example]\nbaseurl=https://example.com\ngpgcheck = 1\nsslverify=0\nEOF\n',
            },
          ],
        },
        {
          message: 'certificate',
          at: 'sslverify=0',
          offers: [
            {
              title: 'Change the value to 1',
              output:
                'FROM fedora:43\nRUN <<EOF cat > /etc/yum.repos.d/example.repo\n[example]\nbaseurl=https://example.com\ngpgcheck = 0\nsslverify=1\nEOF\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a repository elsewhere beside one on the image',
      code: 'FROM fedora:43\nCOPY <<EOF /etc/yum.repos.d/a.repo\n[own]\nbaseurl=file:///packages\n[other]\nbaseurl = https://example.com/rpm\ngpgcheck=0\nEOF\n',
      findings: [
        {
          message: 'base',
          at: 'gpgcheck=0',
          offers: [
            {
              title: 'Change the value to 1',
              output:
                'FROM fedora:43\nCOPY <<EOF /etc/yum.repos.d/a.repo\n[own]\nbaseurl=file:///packages\n[other]\nbaseurl = https://example.com/rpm\ngpgcheck=1\nEOF\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'printf and sed',
      code: "FROM rockylinux:9\nRUN printf '[example]\\ngpgcheck=0\\n' > /etc/yum.repos.d/example.repo && \\\n    sed -i 's/gpgcheck=1/gpgcheck=0/' /etc/yum.conf\n",
      findings: [
        {
          message: 'base',
          at: 'gpgcheck=0',
          line: 1,
          offers: [
            {
              title: 'Change the value to 1',
              output:
                "FROM rockylinux:9\nRUN printf '[example]\\ngpgcheck=1\\n' > /etc/yum.repos.d/example.repo && \\\n    sed -i 's/gpgcheck=1/gpgcheck=0/' /etc/yum.conf\n",
            },
          ],
        },
        {
          message: 'base',
          at: 'gpgcheck=0',
          line: 2,
          offers: [
            {
              title: 'Change the value to 1',
              output:
                "FROM rockylinux:9\nRUN printf '[example]\\ngpgcheck=0\\n' > /etc/yum.repos.d/example.repo && \\\n    sed -i 's/gpgcheck=1/gpgcheck=1/' /etc/yum.conf\n",
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
