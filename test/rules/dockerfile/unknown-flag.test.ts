import { unknownFlag } from '../../../server/src/rules/dockerfile/syntax/unknown-flag';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(unknownFlag, {
  valid: [
    'FROM --platform=linux/amd64 debian:trixie-slim\n',
    `${base}RUN --mount=type=tmpfs,target=/t --network=none --security=sandbox a --b\n`,
    `${base}COPY --chown=1 --chmod=644 --link --exclude=*.md --parents --from=a /b /c\n`,
    `${base}ADD --checksum=sha256:a --keep-git-dir=true https://example.com/a /a\n`,
    `${base}HEALTHCHECK --interval=5s --timeout=1s --retries=2 --start-period=1s --start-interval=1s CMD a --b\n`,
    { name: 'words of the command', code: `${base}RUN a --mount=b\nCMD ["--a"]\nENTRYPOINT a --b\n` },
    { name: 'a frontend of its own', code: `# syntax=example.com/frontend:1\n${base}RUN --sbom=true a\n` },
  ],
  invalid: [
    {
      code: `${base}FROM scratch\nCOPY --form=build /a /a\n`,
      findings: [
        {
          message: 'COPY has no flag --form, so the build stops here. Did you mean --from?',
          at: 'form',
          severity: 'error',
          offers: [
            {
              title: 'Change to --from',
              output: `FROM debian:trixie-slim AS build\nFROM scratch\nCOPY --from=build /a /a\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'offered where the rest is right',
      code: `${base}RUN --mout=type=tmpfs,target=/t \\\n    a\n`,
      findings: [
        {
          message: 'nearest',
          at: 'mout',
          offers: [
            { title: 'Change to --mount', output: `${base}RUN --mount=type=tmpfs,target=/t \\\n    a\n` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a flag of the command',
      code: `${base}ENTRYPOINT --version\nRUN --verbose <<EOF\na\nEOF\n`,
      findings: [
        { message: 'command', at: '--version' },
        { message: 'base', at: '--verbose' },
      ],
      output: null,
    },
    {
      name: 'of another instruction, in a trigger',
      code: `${base}ADD --from=build /a /a\nONBUILD WORKDIR --chown=1 /a\n`,
      findings: [
        { message: 'base', at: '--from=build' },
        { message: 'base', at: '--chown=1' },
      ],
      output: null,
    },
  ],
});
