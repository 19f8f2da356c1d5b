import { dhiDevInFinal } from '../../../server/src/rules/dockerfile/hardened/dhi-dev-in-final';
import { ruleTester } from '../../support/rule-tester';

ruleTester(dhiDevInFinal, {
  valid: [
    'FROM dhi.io/python:3.13-debian13\n',
    {
      name: 'a builder',
      code: 'FROM dhi.io/python:3.13-debian13-dev AS b\nFROM dhi.io/python:3.13-debian13\n',
    },
    { name: 'a tag that nobody knows', code: 'ARG TAG\nFROM dhi.io/python:${TAG}\n' },
    { name: 'no hardened image', code: 'FROM example/python:3.13-dev\n' },
    { name: 'a placeholder', code: 'FROM dhi.io/python:<dev-tag>\n' },
    { name: 'a word that only begins so', code: 'FROM dhi.io/python:3.13-devices\n' },
  ],
  invalid: [
    {
      code: 'FROM dhi.io/python:3.13-debian13-dev\nCOPY . /app\nUSER 65532\nCMD ["python", "/app/a.py"]\n',
      findings: [
        {
          message: 'base',
          at: '3.13-debian13-dev',
          offers: [
            {
              title: 'Change to the runtime variant "3.13-debian13"',
              output:
                'FROM dhi.io/python:3.13-debian13\nCOPY . /app\nUSER 65532\nCMD ["python", "/app/a.py"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a build variant that holds a JDK',
      code: 'FROM dhi.io/eclipse-temurin:21-jdk-dev\nUSER 65532\nCMD ["java", "-jar", "/app.jar"]\n',
      findings: [
        {
          message: 'base',
          at: '21-jdk-dev',
          offers: [
            {
              title: 'Change to the runtime variant "21" (JRE instead of JDK)',
              output: 'FROM dhi.io/eclipse-temurin:21\nUSER 65532\nCMD ["java", "-jar", "/app.jar"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an image that only builds',
      code: 'FROM dhi.io/maven:3-jdk21-debian13-dev\nUSER 65532\nCMD ["mvn", "-v"]\n',
      findings: [{ message: 'base', at: '3-jdk21-debian13-dev' }],
      output: null,
    },
    {
      name: 'what runs commands has to be split first',
      code: 'FROM dhi.io/python:3.13-debian13-dev AS app\nRUN pip install flask\n',
      findings: [{ message: 'base', at: '3.13-debian13-dev' }],
      output: null,
    },
    {
      name: 'a mirror, with the tag in a variable',
      code: 'ARG TAG=3.13-debian13-dev\nFROM acme/dhi-python:${TAG}\nUSER 1000\n',
      findings: [
        {
          message: 'base',
          at: 'acme/dhi-python:${TAG}',
          offers: [
            {
              title: 'Change to the runtime variant "3.13-debian13"',
              output: 'ARG TAG=3.13-debian13\nFROM acme/dhi-python:${TAG}\nUSER 1000\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the builder takes the same variable',
      code: 'ARG TAG=3.13-debian13-dev\nFROM dhi.io/python:${TAG} AS b\nRUN id\nFROM dhi.io/python:${TAG}\nUSER 1000\n',
      findings: [
        {
          message: 'base',
          at: 'dhi.io/python:${TAG}',
          line: 3,
          offers: [
            {
              title: 'Change to the runtime variant "3.13-debian13"',
              output:
                'ARG TAG=3.13-debian13\nFROM dhi.io/python:${TAG}-dev AS b\nRUN id\nFROM dhi.io/python:${TAG}\nUSER 1000\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'inherited from a stage',
      code: 'FROM dhi.io/node:24-debian13-dev AS base\nFROM base AS final\nUSER 1000\n',
      findings: [{ message: 'inherited', at: 'base', line: 1 }],
      output: null,
    },
    {
      name: 'a stage that a Compose file builds',
      code: 'FROM dhi.io/node:24-debian13-dev AS web\nUSER 1000\nFROM dhi.io/node:24-debian13\n',
      around: { targets: ['web'] },
      findings: [
        {
          message: 'base',
          at: '24-debian13-dev',
          offers: [
            {
              title: 'Change to the runtime variant "24-debian13"',
              output: 'FROM dhi.io/node:24-debian13 AS web\nUSER 1000\nFROM dhi.io/node:24-debian13\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
