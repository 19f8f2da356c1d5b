import { copyIgnored } from '../../../server/src/rules/dockerfile/layers/copy-ignored';
import { ruleTester } from '../../support/rule-tester';

const uri = 'file:///w/.dockerignore';

ruleTester(copyIgnored, {
  valid: [
    'FROM scratch\nCOPY dist /dist\n',
    { name: 'no .dockerignore', code: 'FROM scratch\nCOPY dist /dist\n', around: { files: ['dist/a'] } },
    {
      name: 'another path',
      code: 'FROM scratch\nCOPY src dist2 /app/\n',
      around: { files: [], dockerignore: 'dist\n' },
    },
    {
      name: 'brought back by a later line',
      code: 'FROM scratch\nCOPY dist /dist\nCOPY README.md /\n',
      around: { files: [], dockerignore: '*\n!dist\n!README.md\n' },
    },
    {
      name: 'a part is brought back',
      code: 'FROM scratch\nCOPY dist /dist\n',
      around: { files: [], dockerignore: 'dist\n!dist/app.js\n' },
    },
    {
      name: 'all of the context, of which something always remains to be told',
      code: 'FROM scratch\nCOPY . /app\n',
      around: { files: ['a'], dockerignore: '*\n' },
    },
    {
      name: 'from a stage, from an image, from the web, from a heredoc',
      code: 'FROM a:1 AS dist\nFROM scratch\nCOPY --from=dist dist /dist\nADD https://example.com/dist /dist\nCOPY <<dist /x\ndist\n\n',
      around: { files: [], dockerignore: 'dist\n**\n' },
    },
    {
      name: 'a variable without a value',
      code: 'FROM scratch\nARG OUT\nCOPY $OUT /dist\nCOPY ${OUT}/x /dist\n',
      around: { files: [], dockerignore: 'dist\n**\n' },
    },
    {
      name: 'a trigger copies from the context of another build',
      code: 'FROM scratch\nONBUILD COPY dist /dist\n',
      around: { files: [], dockerignore: 'dist\n' },
    },
    {
      name: 'a pattern that fits something else too, or nothing',
      code: 'FROM scratch\nCOPY *.js /\nCOPY *.css /\n',
      around: { files: ['a.js', 'b.js'], dockerignore: 'a.js\n*.css\n' },
    },
    {
      name: 'a .dockerignore that Docker refuses',
      code: 'FROM scratch\nCOPY dist /dist\n',
      around: { files: [], dockerignore: 'dist\n!\n' },
    },
  ],
  invalid: [
    {
      name: 'a secret, which had better stay left out',
      code: 'FROM scratch\nCOPY config/.env /app/\n',
      around: { files: ['config/.env'], dockerignore: '**/.env\n' },
      findings: [{ message: 'base', at: 'config/.env', offers: [] }],
      output: null,
    },
    {
      name: 'a folder',
      code: 'FROM scratch\nCOPY dist /dist\n',
      around: { files: [], dockerignore: '# built\n/dist/\n' },
      output: null,
      findings: [
        {
          message: 'The build does not find "dist": the line "/dist/" of .dockerignore leaves it out.',
          at: 'dist',
          offers: [
            {
              title: 'Add "!dist" to .dockerignore',
              output: 'FROM scratch\nCOPY dist /dist\n',
              others: { [uri]: '!dist\n' },
            },
          ],
        },
      ],
    },
    {
      name: 'below a folder, in a file without a line end',
      code: 'FROM scratch\nADD --chown=1:1 ./target/app.jar \\\n    "/app.jar"\n',
      around: { files: [], dockerignore: '**/target\r\n.git' },
      output: null,
      findings: [
        {
          message:
            'The build does not find "target/app.jar": the line "**/target" of .dockerignore leaves it out.',
          at: './target/app.jar',
          offers: [
            {
              title: 'Add "!target/app.jar" to .dockerignore',
              output: 'FROM scratch\nADD --chown=1:1 ./target/app.jar \\\n    "/app.jar"\n',
              others: { [uri]: '\r\n!target/app.jar\r\n' },
            },
          ],
        },
      ],
    },
    {
      name: 'in a builder, in the JSON form, one of several sources',
      code: 'FROM node:22 AS build\nCOPY ["package.json", "node_modules", "./"]\nFROM scratch\n',
      around: { files: [], dockerignore: 'node_modules' },
      output: null,
      findings: [
        {
          message: 'base',
          at: '"node_modules"',
          offers: [
            {
              title: 'Add "!node_modules" to .dockerignore',
              output: 'FROM node:22 AS build\nCOPY ["package.json", "node_modules", "./"]\nFROM scratch\n',
              others: { [uri]: '\n!node_modules\n' },
            },
          ],
        },
      ],
    },
    {
      name: 'everything that fits a pattern',
      code: 'FROM scratch\nCOPY docs/*.md /\n',
      around: { files: ['docs/a.md', 'docs/b.md', 'docs/c.txt'], dockerignore: '**/*.md' },
      output: null,
      findings: [
        {
          message: 'The build finds nothing that fits "docs/*.md": .dockerignore leaves all of it out.',
          at: 'docs/*.md',
        },
      ],
    },
  ],
});
