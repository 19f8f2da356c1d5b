import { pipeToShell } from '../../../server/src/rules/dockerfile/supply/pipe-to-shell';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(pipeToShell, {
  valid: [
    `${base}RUN curl -fsSL https://example.com/a.tgz | tar -xz -C /opt\n`,
    `${base}RUN curl -fsSL https://example.com/key | gpg --dearmor | tee /usr/share/keyrings/a.gpg > /dev/null\n`,
    `${base}RUN curl -fsSLO https://example.com/i.sh && echo "0123  i.sh" | sha256sum -c - && sh i.sh\n`,
    {
      name: 'the interpreter has its code elsewhere',
      code: `${base}RUN curl https://example.com/a | python3 -c 'import json'\nRUN curl https://example.com/a | python3 -m json.tool\nRUN curl https://example.com/a | sh /filter.sh\nRUN wget -qO- https://example.com/a | perl -pe s/a/b/\n`,
    },
    {
      name: 'what is downloaded is an argument',
      code: `${base}RUN bash /install.sh "$(curl -s https://example.com/version)"\nRUN sh -c "echo $(curl -s https://example.com/version)"\n`,
    },
    `${base}RUN echo "curl https://example.com/a | sh"\n`,
    { name: 'in a file', code: `${base}COPY <<EOF /a.sh\ncurl https://example.com | sh\nEOF\n` },
    `${base}RUN cat /a.sh | sh\n`,
  ],
  invalid: [
    {
      code: `${base}RUN curl -fsSL https://example.com/install.sh | bash\n`,
      findings: [{ message: 'base', at: 'bash' }],
      output: null,
    },
    {
      name: 'with sudo, with tee between, in a branch, in a heredoc',
      code: `${base}RUN curl https://example.com/a | sudo -E bash - \\\n    && wget -qO- https://example.com/b | tee /b.sh | sh -s -- --yes\nRUN <<EOF\nif true; then\n  curl https://example.com/c | python3 -\nfi\nEOF\n`,
      findings: [
        { message: 'base', at: 'bash' },
        { message: 'base', at: 'sh' },
        { message: 'base', at: 'python3' },
      ],
      output: null,
    },
    {
      name: 'by substitution',
      code: `${base}RUN bash <(curl -s https://example.com/a)\nRUN sh -c "$(curl -fsSL https://example.com/b)" "" --yes\nRUN eval "$(wget -qO- https://example.com/c)"\nRUN . <(curl -s $URL)\n`,
      findings: [
        { message: 'base', at: 'bash' },
        { message: 'base', at: 'sh' },
        { message: 'base', at: 'eval' },
        { message: 'base', at: '.' },
      ],
      output: null,
    },
    {
      name: "uv's installer, alone",
      code: `${base}RUN curl -LsSf https://astral.sh/uv/0.9.17/install.sh | sh\n`,
      findings: [
        {
          message: 'uv',
          at: 'sh',
          offers: [
            {
              title: 'Replace by COPY --from=ghcr.io/astral-sh/uv:0.9.17 /uv /uvx /bin/',
              output: `${base}COPY --from=ghcr.io/astral-sh/uv:0.9.17 /uv /uvx /bin/\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "uv's installer, over lines, of no version",
      code: `${base}RUN sh -c \\\n    "$(wget -qO- https://astral.sh/uv/install.sh)"\n`,
      findings: [
        {
          message: 'uv',
          at: 'sh',
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
    {
      name: "uv's installer among others, rustup, and a trigger",
      code: `${base}RUN apt-get update && curl -LsSf https://astral.sh/uv/0.9.17/install.sh | env UV_INSTALL_DIR=/bin sh\nRUN curl https://sh.rustup.rs -sSf | sh -s -- -y\nONBUILD RUN curl https://example.com | sh\n`,
      findings: [
        { message: 'uv', at: 'sh', line: 1 },
        { message: 'rustup', at: 'sh', line: 2 },
        { message: 'base', at: 'sh', line: 3 },
      ],
      output: null,
    },
  ],
});
