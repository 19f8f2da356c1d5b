import { uvInstallerScript } from '../../../server/src/rules/dockerfile/uv/uv-installer-script';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM python:3.14-slim AS build\n';
const url = 'https://astral.sh/uv/0.9.17/install.sh';
const copy = 'COPY --from=ghcr.io/astral-sh/uv:0.9.17 /uv /uvx /bin/';
const title = `Replace by ${copy}`;

ruleTester(uvInstallerScript, {
  valid: [
    `${base}${copy}\nRUN uv sync --locked\n`,
    { name: 'pipe-to-shell speaks of this', code: `${base}RUN curl -LsSf ${url} | sh\n` },
    {
      name: 'a version in a variable',
      code: `${base}ARG UV\nADD https://astral.sh/uv/$UV/install.sh /i.sh\n`,
    },
    `${base}ADD https://example.com/uv/install.sh /i.sh\nRUN curl -o x https://example.com/install.sh && sh x\n`,
    {
      name: 'for Windows',
      code: `FROM mcr.microsoft.com/windows/servercore:ltsc2022\nADD https://astral.sh/uv/install.ps1 C:/i.ps1\n`,
    },
    `${base}RUN <<EOF\necho ${url}\nEOF\nONBUILD ADD ${url} /i.sh\n`,
  ],
  invalid: [
    {
      code: `${base}# uv\nADD ${url} /uv-installer.sh\n\nRUN sh /uv-installer.sh && rm /uv-installer.sh\nENV PATH="/root/.local/bin/:$PATH"\n`,
      findings: [
        {
          message: 'base',
          at: url,
          offers: [{ title, output: `${base}# uv\n${copy}\n\nENV PATH="/root/.local/bin/:$PATH"\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'saved first, in one RUN of several lines',
      code: `${base}RUN curl -LsSf ${url} -o /tmp/install.sh \\\n    # now run it\n    && sh /tmp/install.sh \\\n    && rm -f /tmp/install.sh\n`,
      findings: [{ message: 'base', at: url, offers: [{ title, output: `${base}${copy}\n` }] }],
      output: null,
    },
    {
      name: 'where the RUN does more, where the folder is chosen, where the program is called by its path',
      code: `${base}ADD ${url} /i.sh\nRUN sh /i.sh && apt-get update\nFROM build\nRUN wget -O /j.sh ${url} && env UV_INSTALL_DIR=/opt sh /j.sh\nFROM build\nADD ${url} /k.sh\nRUN sh /k.sh\nRUN /root/.local/bin/uv --version\n`,
      findings: [
        { message: 'base', at: url, line: 1 },
        { message: 'base', at: url, line: 4 },
        { message: 'base', at: url, line: 6 },
      ],
      output: null,
    },
    {
      name: 'the newest',
      code: `${base}ADD "https://astral.sh/uv/install.sh" ./\nRUN chmod 755 install.sh && ./install.sh\n`,
      findings: [
        {
          message: 'base',
          at: '"https://astral.sh/uv/install.sh"',
          offers: [
            {
              title: 'Replace by COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/',
              output: `${base}COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
