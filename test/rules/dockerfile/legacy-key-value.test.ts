import { legacyKeyValue } from '../../../server/src/rules/dockerfile/layers/legacy-key-value';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';

ruleTester(legacyKeyValue, {
  valid: [
    `${base}ENV A=1 B="2 3"\nLABEL a=b c="d e"\n`,
    { name: 'ARG has one form only', code: `${base}ARG A\nARG B=1\n` },
    { name: 'no value', code: `${base}ENV A\nLABEL a\n` },
    { name: 'an equals sign in a name of its own', code: `${base}ENV "A B"=1\n` },
    { name: 'a heredoc', code: `${base}COPY <<EOF /a\nENV A 1\nEOF\n` },
  ],
  invalid: [
    {
      code: `${base}ENV A 1\nLABEL b   c\n`,
      findings: [
        { message: 'base', at: 'A', severity: 'hint' },
        { message: 'base', at: 'b' },
      ],
      output: `${base}ENV A=1\nLABEL b=c\n`,
    },
    {
      name: 'several words, a variable',
      code: `${base}ARG X=1\nENV A one two  $X=3\n`,
      findings: [{ message: 'base', at: 'A' }],
      output: `${base}ARG X=1\nENV A="one two  $X=3"\n`,
    },
    {
      name: 'quotes of its own',
      code: `${base}ENV A "one two"\nENV B 'one two'\nENV C one "two  three" four\nENV D it\\ is so\n`,
      findings: ['A', 'B', 'C', 'D'].map((at) => ({ message: 'base', at })),
      output: `${base}ENV A="one two"\nENV B='one two'\nENV C=one\\ "two  three"\\ four\nENV D=it\\ is\\ so\n`,
    },
    {
      name: 'over lines',
      code: `${base}ENV A one \\\n    two\nENV B "one" \\\n    two\n`,
      findings: [
        { message: 'base', at: 'A' },
        { message: 'base', at: 'B' },
      ],
      output: `${base}ENV A="one \\\n    two"\nENV B "one" \\\n    two\n`,
    },
    {
      name: 'in a builder, as a trigger',
      code: `${base.trimEnd()} AS build\nONBUILD ENV A 1\nFROM scratch\nCOPY --from=build /a /a\n`,
      findings: [{ message: 'base', at: 'A' }],
      output: `${base.trimEnd()} AS build\nONBUILD ENV A=1\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
  ],
});
