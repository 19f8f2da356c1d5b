import { dhiFinalNotRuntime } from '../../../server/src/rules/dockerfile/linking/dhi-final-not-runtime';
import { ruleTester } from '../../support/rule-tester';

const go = (final: string, rest: string): string =>
  `FROM golang:1.26 AS build\nWORKDIR /src\nRUN CGO_ENABLED=0 go build -o /out/app .\n\nFROM ${final}\n${rest}COPY --from=build /out/app /app\nENTRYPOINT ["/app"]\n`;
const rust = (final: string): string =>
  `FROM dhi.io/rust:1-debian13-dev AS build\nWORKDIR /build\nRUN cargo build --locked --release\n\nFROM ${final}\nCOPY --from=build /build/target/release/app /usr/local/bin/app\nCMD ["app"]\n`;

ruleTester(dhiFinalNotRuntime, {
  valid: [
    go('dhi.io/static:20250419-debian13', ''),
    { name: 'a build variant is the fault of another rule', code: rust('dhi.io/rust:1-debian13-dev') },
    { name: 'a stage for developers', code: go('golang:1.26 AS dev', 'USER 65532\n') },
    {
      name: 'a command that is no compiled program',
      code: go('golang:1.26', 'USER 65532\n').replace('"/app"', '"go", "test"'),
    },
    {
      name: 'a program that a variable names',
      code: go('golang:1.26', 'ARG APP\nUSER 65532\n').replace('/out/app /app', '$APP /app'),
    },
    { name: 'a final image that a variable names', code: `ARG FINAL\n${go('$FINAL', '')}` },
    { name: 'another image', code: go('debian:trixie-slim', 'USER 65532\n') },
    {
      name: 'a script of a heredoc',
      code: `FROM golang:1.26\nUSER 65532\nCOPY <<EOF /app\n#!/bin/sh\ngo version\nEOF\nCMD ["/app"]\n`,
    },
  ],
  invalid: [
    {
      name: 'Go in its own image',
      code: go('golang:1.26', 'USER 65532\n'),
      findings: [
        {
          message:
            'What runs is one compiled program, and golang:1.26 ships a whole toolchain with it. Copy the program into dhi.io/static.',
          at: 'golang:1.26',
          line: 4,
          offers: [
            {
              title: 'Start from dhi.io/static:20250419-debian13',
              output: go('dhi.io/static:20250419-debian13', 'USER 65532\n'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the runtime variant holds the toolchain too',
      code: rust('dhi.io/rust:1-debian13'),
      findings: [
        {
          message: 'base',
          at: 'dhi.io/rust:1-debian13',
          offers: [
            {
              title: 'Start from dhi.io/static:20250419-glibc-debian13',
              output: rust('dhi.io/static:20250419-glibc-debian13'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'one stage, which has to be split; shell form; a stage that inherits',
      code: 'FROM golang:1.26 AS build\nWORKDIR /src\nRUN go build -o /out/app .\nFROM build\nUSER 65532\nCMD /out/app --port 8080\n',
      findings: [{ message: 'base', at: 'build', line: 3 }],
      output: null,
    },
    {
      name: 'an account that the other image lacks',
      code: go('golang:1.26', 'USER nobody\n'),
      findings: [{ message: 'base', at: 'golang:1.26', line: 4 }],
      output: null,
    },
  ],
});
