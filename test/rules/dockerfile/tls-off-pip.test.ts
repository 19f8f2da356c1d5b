import { tlsOffPip } from '../../../server/src/rules/dockerfile/transport/tls-off-pip';
import { ruleTester } from '../../support/rule-tester';

ruleTester(tlsOffPip, {
  valid: [
    'FROM python:3.13-slim\nRUN pip install --no-cache-dir flask==3.1.2\n',
    {
      name: 'a mirror on the machine itself',
      code: 'FROM python:3.13-slim\nENV PIP_TRUSTED_HOST=127.0.0.1:3141\nRUN pip install --trusted-host localhost --trusted-host=dev.localhost flask\n',
    },
    {
      name: 'a variable without a value',
      code: 'FROM python:3.13-slim\nARG MIRROR\nENV PIP_TRUSTED_HOST=$MIRROR\nRUN pip install --trusted-host "$MIRROR" flask\n',
    },
    {
      name: 'an argument that has no value yet',
      code: 'FROM python:3.13-slim\nARG PIP_TRUSTED_HOST\nRUN pip install flask\n',
    },
    { name: 'empty', code: 'FROM python:3.13-slim\nENV PIP_TRUSTED_HOST=\n' },
    {
      name: 'other modules',
      code: 'FROM python:3.13-slim\nRUN python -m build --trusted-host x && python setup.py -m pip --trusted-host x\n',
    },
    {
      name: 'a comment of a configuration file',
      code: "FROM python:3.13-slim\nRUN printf '[global]\\n# trusted-host = pypi.org\\n' > /etc/pip.conf\n",
    },
    {
      name: 'a shell variable that no program sees',
      code: 'FROM python:3.13-slim\nRUN PIP_TRUSTED_HOST=pypi.org; pip install flask\n',
    },
  ],
  invalid: [
    {
      code: 'FROM python:3.13-slim\nRUN pip install --trusted-host pypi.org flask\n',
      findings: [
        {
          message:
            '--trusted-host pypi.org makes pip accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: '--trusted-host pypi.org',
          offers: [
            {
              title: 'Remove --trusted-host pypi.org',
              output: 'FROM python:3.13-slim\nRUN pip install flask\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'more than one host, across lines',
      code: 'FROM python:3.13-slim\nRUN pip3 install \\\n    --trusted-host pypi.org \\\n    --trusted-host=files.pythonhosted.org \\\n    flask\n',
      findings: [
        {
          message: 'base',
          at: '--trusted-host pypi.org',
          offers: [
            {
              title: 'Remove --trusted-host pypi.org',
              output:
                'FROM python:3.13-slim\nRUN pip3 install \\\n    --trusted-host=files.pythonhosted.org \\\n    flask\n',
            },
          ],
        },
        {
          message: 'base',
          at: '--trusted-host=files.pythonhosted.org',
          offers: [
            {
              title: 'Remove --trusted-host files.pythonhosted.org',
              output:
                'FROM python:3.13-slim\nRUN pip3 install \\\n    --trusted-host pypi.org \\\n    flask\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a module of Python',
      code: 'FROM python:3.13-slim AS build\nRUN /opt/venv/bin/python3.13 -I -m pip install flask --trusted-host pypi.org\nFROM python:3.13-slim\nUSER app\n',
      findings: [
        {
          message: 'base',
          at: '--trusted-host pypi.org',
          offers: [
            {
              title: 'Remove --trusted-host pypi.org',
              output:
                'FROM python:3.13-slim AS build\nRUN /opt/venv/bin/python3.13 -I -m pip install flask\nFROM python:3.13-slim\nUSER app\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'ENV with others beside it',
      code: 'FROM python:3.13-slim\nENV PIP_NO_CACHE_DIR=1 \\\n    PIP_TRUSTED_HOST="pypi.org files.pythonhosted.org"\nRUN pip install flask\n',
      findings: [
        {
          message: 'base',
          at: 'PIP_TRUSTED_HOST="pypi.org files.pythonhosted.org"',
          offers: [
            {
              title: 'Remove PIP_TRUSTED_HOST',
              output: 'FROM python:3.13-slim\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a variable with a value',
      code: 'ARG MIRROR=nexus.example.com\nFROM python:3.13-slim\nARG MIRROR\nENV PIP_TRUSTED_HOST=${MIRROR}\n',
      findings: [
        {
          message: 'base',
          at: 'PIP_TRUSTED_HOST=${MIRROR}',
          offers: [
            {
              title: 'Remove PIP_TRUSTED_HOST',
              output: 'ARG MIRROR=nexus.example.com\nFROM python:3.13-slim\nARG MIRROR\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a setting',
      code: 'FROM python:3.13-slim\nRUN pip config --global set global.trusted-host "pypi.org pypi.python.org"\n',
      findings: [{ message: 'base', at: 'global.trusted-host "pypi.org pypi.python.org"' }],
      output: null,
    },
    {
      name: 'a configuration file',
      code: 'FROM python:3.13-slim\nCOPY <<EOF /etc/pip.conf\n[global]\ntrusted-host = nexus.example.com\nEOF\n',
      findings: [{ message: 'base', at: 'trusted-host = nexus.example.com' }],
      output: null,
    },
    {
      name: 'exported',
      code: 'FROM python:3.13-slim\nRUN export PIP_TRUSTED_HOST=pypi.org PIP_NO_CACHE_DIR=1 && pip install flask\n',
      findings: [
        {
          message: 'base',
          at: 'PIP_TRUSTED_HOST=pypi.org',
          offers: [
            {
              title: 'Remove PIP_TRUSTED_HOST',
              output: 'FROM python:3.13-slim\nRUN export PIP_NO_CACHE_DIR=1 && pip install flask\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
