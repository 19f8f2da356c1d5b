import { variableUndefined } from '../../../server/src/rules/dockerfile/variables/variable-undefined';
import { ruleTester } from '../../support/rule-tester';

ruleTester(variableUndefined, {
  valid: [
    'FROM python:3.14\nARG DIR=/app\nWORKDIR $DIR\n',
    {
      name: 'the image may bring it',
      code: 'FROM python:3.14\nENV HOME_BIN=$HOME/bin\nWORKDIR $JAVA_HOME\n',
    },
    { name: 'with a default of its own', code: 'FROM scratch\nWORKDIR ${DIR:-/app}\n' },
    { name: 'what the shell puts in', code: 'FROM scratch\nRUN echo $NOTHING\nCMD echo $NOTHING\n' },
    { name: 'in single quotes', code: "FROM scratch\nENV A='$NOTHING'\n" },
    { name: 'inherited from a stage', code: 'FROM scratch AS a\nENV DIR=/app\nFROM a\nWORKDIR $DIR\n' },
    { name: 'a trigger runs elsewhere', code: 'FROM scratch\nONBUILD WORKDIR $DIR\n' },
    { name: 'a quoted heredoc', code: 'FROM scratch\nCOPY <<"EOF" /x\n$NOTHING\nEOF\n' },
    { name: 'a proxy', code: 'FROM scratch\nENV P=$HTTP_PROXY\n' },
  ],
  invalid: [
    {
      code: 'ARG VERSION=1\nFROM python:3.14\nLABEL version=$VERSION\n',
      findings: [
        {
          message: 'global',
          at: 'VERSION',
          line: 2,
          offers: [
            {
              title: 'Declare ARG VERSION here',
              output: 'ARG VERSION=1\nFROM python:3.14\nARG VERSION\nLABEL version=$VERSION\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'declared further down',
      code: 'FROM python:3.14\nWORKDIR $APP\nARG APP=/app\n',
      findings: [
        {
          message: 'later',
          at: 'APP',
          offers: [
            {
              title: 'Declare ARG APP here',
              output: 'FROM python:3.14\nARG APP\nWORKDIR $APP\nARG APP=/app\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'nearly the name of another, in an unquoted heredoc',
      code: 'FROM python:3.14\nENV APP_PORT=80\nCOPY <<EOF /c\nport=${AP_PORT}\nEOF\n',
      findings: [
        {
          message: 'nearest',
          at: 'AP_PORT',
          offers: [
            {
              title: 'Change to "APP_PORT"',
              output: 'FROM python:3.14\nENV APP_PORT=80\nCOPY <<EOF /c\nport=${APP_PORT}\nEOF\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'on scratch',
      code: 'FROM scratch\nENV A=1 \\\n    B=$NOTHING\n',
      findings: [
        {
          message: 'scratch',
          at: 'NOTHING',
          offers: [
            {
              title: 'Declare ARG NOTHING here',
              output: 'FROM scratch\nARG NOTHING\nENV A=1 \\\n    B=$NOTHING\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
