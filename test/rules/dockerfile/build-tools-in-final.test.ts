import { buildToolsInFinal } from '../../../server/src/rules/dockerfile/stages/build-tools-in-final';
import { ruleTester } from '../../support/rule-tester';

const app = 'COPY . /app\nRUN make -C /app\nCMD ["/app/run"]\n';

ruleTester(buildToolsInFinal, {
  valid: [
    `FROM debian:13 AS build\nRUN apt-get update && apt-get install -y gcc make\n${app}FROM scratch\nCOPY --from=build /app/run /run\n`,
    {
      name: 'taken away in the same RUN',
      code: `FROM debian:13\nCOPY . /app\nRUN apt-get update && apt-get install -y gcc make && make -C /app && apt-get purge -y gcc make\nCMD ["/app/run"]\n`,
    },
    {
      name: 'a virtual package of apk',
      code: 'FROM alpine:3.23\nCOPY . /app\nRUN apk add --virtual .build-deps build-base && make -C /app && apk del .build-deps\nCMD ["/app/run"]\n',
    },
    {
      name: 'nothing is built',
      code: 'FROM debian:13\nRUN apt-get update && apt-get install -y gcc\nCOPY run.py /app/\nCMD ["/app/run.py"]\n',
    },
    {
      name: 'an image of tools: it has no files and starts nothing',
      code: 'FROM debian:13\nRUN apt-get update && apt-get install -y build-essential\nRUN git clone https://example.com/x.git && make -C x install\n',
    },
    {
      name: 'headers alone may be what runs',
      code: 'FROM debian:13\nRUN apt-get update && apt-get install -y libpq-dev git\nCOPY . /app\nRUN pip install -r /app/requirements.txt\nCMD ["/app/run"]\n',
    },
    {
      name: 'packages that only a variable of the build holds',
      code: `FROM debian:13\nARG PACKAGES\nRUN apt-get update && apt-get install -y $PACKAGES\n${app}`,
    },
  ],
  invalid: [
    {
      code: `FROM debian:13\nRUN apt-get update && apt-get install -y --no-install-recommends \\\n    libpq-dev \\\n    gcc \\\n    make\n${app}`,
      findings: [
        {
          message:
            'The build needs libpq-dev, gcc, make, the program does not: in the image they serve an attacker only. Build in a stage of its own and copy the result.',
          at: 'gcc',
        },
      ],
      output: null,
    },
    {
      name: 'Alpine, more than three, in the RUN that builds',
      code: 'FROM python:3.14-alpine\nCOPY . /app\nRUN apk add --no-cache gcc musl-dev libffi-dev cargo && pip install /app\nENTRYPOINT ["python", "-m", "app"]\n',
      findings: [
        {
          message:
            'The build needs gcc, musl-dev, libffi-dev and 1 more, the program does not: in the image they serve an attacker only. Build in a stage of its own and copy the result.',
          at: 'gcc',
        },
      ],
      output: null,
    },
    {
      name: 'taken away in a later RUN: the layer keeps it',
      code: `FROM debian:13\nRUN apt-get update && apt-get install -y golang-go\nCOPY . /app\nRUN cd /app && go build -o /run .\nRUN apt-get purge -y golang-go\nCMD ["/run"]\n`,
      findings: [{ message: 'base', at: 'golang-go', line: 1 }],
      output: null,
    },
    {
      name: 'Fedora, in a heredoc',
      code: 'FROM fedora:44\nADD src /src\nRUN <<EOF\ndnf install -y gcc-c++ cmake\ncmake -S /src -B /b\nEOF\nCMD ["/b/run"]\n',
      findings: [{ message: 'base', at: 'gcc-c++' }],
      output: null,
    },
  ],
});
