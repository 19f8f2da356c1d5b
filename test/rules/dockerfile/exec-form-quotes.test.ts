import { execFormQuotes } from '../../../server/src/rules/dockerfile/command/exec-form-quotes';
import { ruleTester } from '../../support/rule-tester';

const head = 'FROM alpine:3.22\nUSER 1000\n';

ruleTester(execFormQuotes, {
  valid: [
    `${head}CMD ["node", "server.js"]\nENTRYPOINT []\n`,
    { name: 'a test of the shell', code: `${head}RUN [ -f /etc/app ] && echo yes\n` },
    { name: 'a test with quotes', code: `${head}RUN [ "$A" = "b" ] || exit 1\nRUN [ "$A" ]\nRUN [ 'a' ]\n` },
    { name: 'a test of bash', code: `${head}RUN [[ "$A" == "b" ]] && echo yes\n` },
    { name: 'a health check that tests', code: `${head}HEALTHCHECK CMD [ -e /run/ok ]\nCMD ["a"]\n` },
    { name: 'a pattern', code: `${head}COPY [a-z]*.txt /app/\nCOPY [id].tsx x.tsx /app/\n` },
    { name: 'a heredoc', code: `${head}RUN <<EOF\n['a','b']\nEOF\n` },
    `${head}LABEL a="['x','y']"\nENV B=['x','y']\n`,
  ],
  invalid: [
    {
      code: `${head}CMD ['node','it"s.js']\n`,
      findings: [{ message: 'quotes', at: "'node'" }],
      output: `${head}CMD ["node","it\\"s.js"]\n`,
    },
    {
      name: 'no quotes, some quotes, a number',
      code: `${head}ENTRYPOINT [node, server.js]\nHEALTHCHECK CMD ["sleep", 10]\nVOLUME [/data]\n`,
      findings: [
        { message: 'quotes', at: 'node' },
        { message: 'quotes', at: '10' },
        { message: 'quotes', at: '/data' },
      ],
      output: `${head}ENTRYPOINT ["node", "server.js"]\nHEALTHCHECK CMD ["sleep", "10"]\nVOLUME ["/data"]\n`,
    },
    {
      name: 'commas',
      code: `${head}CMD ["a" "b"]\nENTRYPOINT [ "a", "b", ]\nSHELL ["/bin/sh",, "-c"]\n`,
      findings: [
        { message: 'comma', at: '"b"', line: 2 },
        { message: 'surplus', at: ',', line: 3 },
        { message: 'surplus', at: ',', line: 4 },
      ],
      output: `${head}CMD ["a", "b"]\nENTRYPOINT [ "a", "b" ]\nSHELL ["/bin/sh", "-c"]\n`,
    },
    {
      name: 'not closed, over several lines',
      code: `${head}CMD ["node", \\\n    # the entry\n    'server.js'\nONBUILD COPY ["a", "b"\n`,
      findings: [
        { message: 'quotes', at: "'server.js'" },
        { message: 'unclosed', at: '"b"' },
      ],
      output: `${head}CMD ["node", \\\n    # the entry\n    "server.js"]\nONBUILD COPY ["a", "b"]\n`,
    },
    {
      name: 'a backslash that JSON does not have',
      code: `# escape=\`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nENTRYPOINT ["C:\\app\\tool.exe", "a\\\\b"]\n`,
      findings: [{ message: 'escape', at: '"C:\\app\\tool.exe"' }],
      output: `# escape=\`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nENTRYPOINT ["C:\\\\app\\\\tool.exe", "a\\\\b"]\n`,
    },
    {
      name: 'a comment behind it',
      code: `${head}CMD ["node", "a.js"]  # starts it\n`,
      findings: [{ message: 'comment', at: '# starts it' }],
      output: `${head}# starts it\nCMD ["node", "a.js"]\n`,
    },
    {
      name: 'a command behind it',
      code: `${head}RUN ["make", "all"] && rm -rf /tmp/x\n`,
      findings: [{ message: 'after', at: '&& rm -rf /tmp/x' }],
      output: null,
    },
    {
      name: 'words that touch, and a comment that goes on',
      code: `${head}CMD ["a"b, "c"]\nENTRYPOINT ["a", "b"] # one\\\n# two\nthree\n`,
      findings: [
        { message: 'quotes', at: 'b' },
        { message: 'comment', at: '# one\\\n# two\nthree' },
      ],
      output: null,
    },
    {
      name: 'quotes of a word processor, and neither quotes nor commas',
      code: `${head}CMD [\u201cnode\u201d, \u201cserver.js\u201d]\nRUN [npm install]\n`,
      findings: [
        { message: 'quotes', at: '\u201cnode\u201d' },
        { message: 'quotes', at: 'npm' },
      ],
      output: `${head}CMD ["node", "server.js"]\nRUN ["npm", "install"]\n`,
    },
  ],
});
