import { unclosedHeredoc } from '../../../server/src/rules/dockerfile/syntax/unclosed-heredoc';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(unclosedHeredoc, {
  valid: [
    `${base}RUN <<EOF\na\nEOF\n`,
    `${base}RUN <<-EOF\n\ta\n\tEOF\n`,
    `${base}COPY <<A <<B /x/\na\nA\nb\nB\n`,
    { name: 'a here-string', code: `${base}RUN cat <<< EOF\n` },
    { name: 'in quotes', code: `${base}RUN echo "<<EOF"\n` },
    { name: 'at the end of the file', code: `${base}RUN <<EOF\na\nEOF` },
  ],
  invalid: [
    {
      code: `${base}RUN <<EOF\na\nUSER 1000\n`,
      findings: [
        {
          message: 'base',
          at: '<<EOF',
          severity: 'error',
          offers: [{ title: 'Add EOF at the end', output: `${base}RUN <<EOF\na\nUSER 1000\nEOF\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'blanks before the name',
      code: `${base}RUN <<EOF\n  a\n  EOF\nUSER 1000\n`,
      findings: [
        {
          message:
            'No line holds EOF and nothing else: line 4 has "  EOF". All the rest of the file belongs to this here-document.',
          at: '<<EOF',
          offers: [{ title: 'Change line 4 to EOF', output: `${base}RUN <<EOF\n  a\nEOF\nUSER 1000\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'misspelt',
      code: `${base}COPY <<"FILE" /a\na\nFLIE\nUSER 1000\n`,
      findings: [
        {
          message: 'near',
          at: '<<"FILE"',
          offers: [
            { title: 'Change line 4 to FILE', output: `${base}COPY <<"FILE" /a\na\nFILE\nUSER 1000\n` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the file ends without a line end',
      code: `${base}RUN <<EOF\na`,
      findings: [
        {
          message: 'base',
          at: '<<EOF',
          offers: [{ title: 'Add EOF at the end', output: `${base}RUN <<EOF\na\nEOF\n` }],
        },
      ],
      output: null,
    },
  ],
});
